using System.Text.Json;
using M365Smtp.Package.Tests.Packing;

namespace M365Smtp.Package.Tests.Consuming;

/// <summary>Projects that install the package, and its effect on them.</summary>
[Collection(nameof(PackedPackage))]
public sealed class ConsumerTests(ConsumerTests.BuiltConsumers built) : IClassFixture<ConsumerTests.BuiltConsumers>
{
    [Theory]
    [InlineData(
        "Net10",
        "Alert.cs(13): SMTP1005",
        "Alert.cs(10): SMTP2001",
        "Alert.cs(10): SMTP4002",
        "Alert.cs(11): SMTP4001",
        "Newsletter.cs(14): SMTP1004",
        "Newsletter.cs(15): SMTP4001",
        "Newsletter.cs(8): SMTP1001",
        "Reminder.cs(9): SMTP4003",
        "Reminder.cs(15): SMTP4001"
    )]
    [InlineData(
        "Net8",
        "Report.cs(10): SMTP4002",
        "Report.cs(12): SMTP1001",
        "Report.cs(14): SMTP2001",
        "Report.cs(15): SMTP3001",
        "Report.cs(15): SMTP4001",
        "Report.cs(16): SMTP4004"
    )]
    // Here 'UseDefaultCredentials = false' after Credentials clears them; in Net10 it has no effect.
    [InlineData(
        "Net472",
        "Invoice.cs(10): SMTP2005",
        "Invoice.cs(11): SMTP1004",
        "Invoice.cs(11): SMTP4002",
        "Invoice.cs(13): SMTP4001",
        "Invoice.cs(14): SMTP4004",
        "app.config(6): SMTP1004"
    )]
    [InlineData(
        "Web",
        "appsettings.json(4): SMTP1004",
        "appsettings.Production.json(2): SMTP1001",
        "launchSettings.json(7): SMTP1004"
    )]
    [InlineData(
        "VisualBasic",
        "Reminder.vb(6): SMTP1001",
        "Reminder.vb(6): SMTP1004",
        "Reminder.vb(6): SMTP2001",
        "Reminder.vb(6): SMTP4002",
        "Reminder.vb(7): SMTP4001"
    )]
    public void A_build_with_the_package_reports_exactly_what_is_wrong(string project, params string[] findings) =>
        Assert.Equal(
            findings.Order(StringComparer.Ordinal),
            built.Solution.Findings(project).Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task Strict_fails_the_build()
    {
        var build = await BuildNet8("Strict");
        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error SMTP1001", build.Output);
        // An Info by default.
        Assert.Contains("error SMTP4002", build.Output);
    }

    [Fact]
    public async Task None_is_silent()
    {
        var build = await BuildNet8("None");
        Assert.Equal(0, build.ExitCode);
        Assert.DoesNotContain("SMTP", build.Output.Replace("/SMTP", ""));
    }

    [Fact]
    public async Task A_mode_that_does_not_exist_is_an_error_that_names_the_modes()
    {
        var build = await BuildNet8("Srict");
        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains(
            "error SMTP0002: M365SmtpAnalysisMode is 'Srict'; it must be None, Default or Strict.",
            build.Output
        );
        Assert.Contains($"{Path.Combine("Net8", "Net8.csproj")} : error SMTP0002", build.Output);
    }

    [Fact]
    public async Task The_settings_files_of_the_project_are_read_each_once()
    {
        // A copy from a build, included by a project whose glob is too wide, and a file that the project lists itself.
        var files = await AdditionalFilesOfNet10("-p:GlobsTooMuch=true");
        Assert.Equal(
            ["NLog.config", "appsettings.Development.json", "appsettings.json", "m365smtp.senders.json"],
            files.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task No_settings_file_is_read_if_the_project_turns_it_off() =>
        Assert.Equal(
            ["appsettings.json"],
            await AdditionalFilesOfNet10("-p:GlobsTooMuch=true", "-p:M365SmtpReadSettings=false")
        );

    [Fact]
    public async Task A_project_that_turns_settings_off_gets_findings_only_for_files_it_lists_itself()
    {
        var build = await built.Solution.RunAsync(
            "build",
            "Web",
            "--no-restore",
            "--nologo",
            "-v",
            "q",
            "-p:M365SmtpReadSettings=false",
            "-p:ErrorLog="
        );
        Assert.Equal(0, build.ExitCode);
        Assert.Contains("appsettings.json(4,13): warning SMTP1004", build.Output);
        Assert.DoesNotContain("launchSettings.json(7", build.Output);
        Assert.DoesNotContain("appsettings.Production.json(2", build.Output);
    }

    Task<DotNet.Result> BuildNet8(string mode) =>
        built.Solution.RunAsync(
            "build",
            "Net8",
            "--no-restore",
            "--nologo",
            "-v",
            "q",
            $"-p:M365SmtpAnalysisMode={mode}",
            "-p:ErrorLog="
        );

    async Task<IEnumerable<string>> AdditionalFilesOfNet10(params string[] properties)
    {
        var output = await built.Solution.SucceedAsync([
            "msbuild",
            "Net10",
            "-t:M365SmtpAddSettings",
            "-getItem:AdditionalFiles",
            .. properties,
        ]);
        using var items = JsonDocument.Parse(output);
        return
        [
            .. items
                .RootElement.GetProperty("Items")
                .GetProperty("AdditionalFiles")
                .EnumerateArray()
                .Select(item => item.GetProperty("Identity").GetString()!),
        ];
    }

    public sealed class BuiltConsumers(PackedPackage package) : IAsyncLifetime
    {
        internal ConsumerSolution Solution { get; } = new(package, "built");

        public async ValueTask InitializeAsync() =>
            await Solution.SucceedAsync("build", "Consumers.slnx", "--nologo", "-v", "q");

        public ValueTask DisposeAsync() => default;
    }
}
