using System.Diagnostics;
using System.Text.RegularExpressions;

namespace M365Smtp.Tool.Tests.Docs;

/// <summary>
/// The commands on the pages work as written. Those that need a tenant or a public feed are marked on the page, and
/// their options exist.
/// </summary>
public sealed class DocumentedCommandTests : IDisposable
{
    // .ci/run, LegacyMailerTests, FormatTests and SeverityTests run these, or the same projects.
    static readonly string[] RunElsewhere =
    [
        "dotnet build samples/LegacyMailer",
        "dotnet test M365SmtpAnalyzers.sln",
        "dotnet format analyzers ",
        "dotnet build -p:M365SmtpAnalysisMode=Strict",
        "dotnet build tests/",
        "dotnet run --no-build --project tests/",
    ];

    // Benchmarks take long; each states its duration.
    static readonly string[] Bench = ["bash bench/", "dotnet run -c Release --project bench/"];

    // It runs until it is stopped.
    const string ToPage = DocumentedCommand.ToolFromSource + "simulate --ui";

    const string Trial = "dotnet run --project samples/GateTrial -- http://127.0.0.1:PORT";

    readonly ReadersFolder folder = new();

    public void Dispose() => folder.Dispose();

    static IEnumerable<DocumentedCommand> Runnable =>
        DocumentedCommand.All.Where(command =>
            command.Needs.Length == 0
            && command.Line is not (ToPage or Trial)
            && !RunElsewhere.Concat(Bench).Any(known => command.Line.StartsWith(known, StringComparison.Ordinal))
        );

    public static TheoryData<string> Commands => [.. Runnable.Select(command => command.Line).Distinct()];

    public static TheoryData<string> CommandsOfTheTool =>
        [
            .. DocumentedCommand
                .All.Concat(DocumentedCommand.InSentences)
                .Where(command => command.Arguments.Length > 0)
                .Select(command => command.ToString()),
        ];

    [Theory, MemberData(nameof(Commands))]
    public async Task A_command_runs_as_it_is_written(string line)
    {
        var command = DocumentedCommand.All.First(command => command.Line == line);
        Assert.True(command.Arguments.Length > 0, $"{command}: run it, or mark what it needs");
        var (exitCode, _, error) = await folder.RunAsync(command);
        Assert.True(exitCode is ExitCode.Open or ExitCode.Closed, $"{command} ends with {exitCode}: {error}");
    }

    [Theory, MemberData(nameof(CommandsOfTheTool))]
    public async Task Its_options_are_those_of_the_tool(string command)
    {
        var arguments = DocumentedCommand
            .All.Concat(DocumentedCommand.InSentences)
            .First(known => known.ToString() == command)
            .Arguments;
        var help = await ToolRun.OfAsync(arguments[0], "--help");
        Assert.Equal(ExitCode.Open, help.ExitCode);
        Assert.All(
            arguments.Where(argument => argument.StartsWith("--", StringComparison.Ordinal)),
            option => Assert.Matches($@"(?m)^ .*{Regex.Escape(option)}\b", help.Out)
        );
    }

    [Fact]
    public async Task The_simulator_s_page_and_the_trial_run_as_they_are_written()
    {
        Assert.Contains(DocumentedCommand.All, command => command.Line == ToPage);
        Assert.Contains(DocumentedCommand.All, command => command.Line == Trial);
        using var page = folder.Start(DocumentedCommand.All.First(command => command.Line == ToPage));
        try
        {
            var address = "";
            while (address.Length == 0 && await page.StandardOutput.ReadLineAsync() is { } said)
                address = Regex.Match(said, @"http://127\.0\.0\.1:\d+").Value;
            var trial = Trial.Replace("http://127.0.0.1:PORT", address, StringComparison.Ordinal).Split(' ')[1..];
            var (exitCode, output, _) = await RunningTool.ReadAsync(
                RunningTool.Start(DocumentedCommand.Repository, trial)
            );
            Assert.Equal((0, "Sent.\n"), (exitCode, output.ReplaceLineEndings("\n")));
        }
        finally
        {
            page.Kill(entireProcessTree: true);
        }
    }
}
