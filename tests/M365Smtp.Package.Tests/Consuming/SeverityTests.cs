using System.Text.Json;
using M365Smtp.Package.Tests.Packing;

namespace M365Smtp.Package.Tests.Consuming;

/// <summary>Build settings apply to the packed analyzers as to any others.</summary>
[Collection(nameof(PackedPackage))]
public sealed class SeverityTests(SeverityTests.Builds builds) : IClassFixture<SeverityTests.Builds>
{
    // Mail.cs has a wrong port, a password sign-in and a client without OAuth (an Info); appsettings.json a wrong port.
    const string Silent = "";
    const string AsTheyAre =
        "Mail.cs SMTP1004 warning, Mail.cs SMTP4001 warning, Mail.cs SMTP4002 note, appsettings.json SMTP1004 warning";
    const string AllErrors =
        "Mail.cs SMTP1004 error, Mail.cs SMTP4001 error, Mail.cs SMTP4002 error, appsettings.json SMTP1004 error";
    const string WarningsAreErrors =
        "Mail.cs SMTP1004 error, Mail.cs SMTP4001 error, Mail.cs SMTP4002 note, appsettings.json SMTP1004 error";

    // The compiler applies bulk and category keys to findings in code only.
    const string CodeIsErrors =
        "Mail.cs SMTP1004 error, Mail.cs SMTP4001 error, Mail.cs SMTP4002 error, appsettings.json SMTP1004 warning";
    const string EndpointInCodeIsErrors =
        "Mail.cs SMTP1004 error, Mail.cs SMTP4001 warning, Mail.cs SMTP4002 note, appsettings.json SMTP1004 warning";
    const string WithoutPortInCode =
        "Mail.cs SMTP4001 warning, Mail.cs SMTP4002 note, appsettings.json SMTP1004 warning";
    const string WithoutPort = "Mail.cs SMTP4001 warning, Mail.cs SMTP4002 note";
    const string WithoutSettings = "Mail.cs SMTP1004 warning, Mail.cs SMTP4001 warning, Mail.cs SMTP4002 note";

    const string Treat = "TreatWarningsAsErrors=true";
    const string Bulk = "dotnet_analyzer_diagnostic.severity = error";
    const string Category = "dotnet_analyzer_diagnostic.category-Endpoint.severity = error";

    static readonly Combination[] Combinations =
    [
        new("none", "M365SmtpAnalysisMode=None", "", Silent),
        new("none, warnings as errors", $"M365SmtpAnalysisMode=None;{Treat}", "", Silent),
        new("none, bulk key", "M365SmtpAnalysisMode=None", Bulk, Silent),
        new("none, category key", "M365SmtpAnalysisMode=None", Category, Silent),
        new(
            "none, one rule on",
            "M365SmtpAnalysisMode=None",
            "dotnet_diagnostic.SMTP4002.severity = warning",
            "Mail.cs SMTP4002 warning"
        ),
        new("default", "", "", AsTheyAre),
        new("default, warnings as errors", Treat, "", WarningsAreErrors),
        new("default by name, warnings as errors", $"M365SmtpAnalysisMode=Default;{Treat}", "", WarningsAreErrors),
        new("default, bulk key", "", Bulk, CodeIsErrors),
        new("default, category key", "", Category, EndpointInCodeIsErrors),
        new(
            "default, bulk key none",
            "",
            "dotnet_analyzer_diagnostic.severity = none",
            "appsettings.json SMTP1004 warning"
        ),
        new("strict", "M365SmtpAnalysisMode=Strict", "", AllErrors),
        new("strict, warnings as errors", $"M365SmtpAnalysisMode=Strict;{Treat}", "", AllErrors),
        new(
            "strict, bulk key",
            "M365SmtpAnalysisMode=Strict",
            "dotnet_analyzer_diagnostic.severity = suggestion",
            AllErrors
        ),
        new("strict, category key", "M365SmtpAnalysisMode=Strict", Category, AllErrors),
        new(
            "strict, one rule off",
            "M365SmtpAnalysisMode=Strict",
            "dotnet_diagnostic.SMTP4002.severity = none",
            "Mail.cs SMTP1004 error, Mail.cs SMTP4001 error, appsettings.json SMTP1004 error"
        ),
        new("NoWarn", "NoWarn=SMTP1004", "", WithoutPort),
        new(
            "NoWarn under strict",
            "M365SmtpAnalysisMode=Strict;NoWarn=SMTP1004",
            "",
            "Mail.cs SMTP4001 error, Mail.cs SMTP4002 error"
        ),
        new(
            "WarningsAsErrors",
            "WarningsAsErrors=SMTP1004",
            "",
            "Mail.cs SMTP1004 error, Mail.cs SMTP4001 warning, Mail.cs SMTP4002 note, appsettings.json SMTP1004 error"
        ),
        new(
            "WarningsNotAsErrors",
            $"{Treat};WarningsNotAsErrors=SMTP4001",
            "",
            "Mail.cs SMTP1004 error, Mail.cs SMTP4001 warning, Mail.cs SMTP4002 note, appsettings.json SMTP1004 error"
        ),
        new("globalconfig", "", "dotnet_diagnostic.SMTP1004.severity = none", WithoutPort),
        new("editorconfig", "", "root = true\n[*.cs]\ndotnet_diagnostic.SMTP1004.severity = none", WithoutPortInCode),
        new(
            "editorconfig does not reach settings",
            "",
            "root = true\n[*.json]\ndotnet_diagnostic.SMTP1004.severity = none",
            AsTheyAre
        ),
        new(
            "a rule off in one settings file",
            "",
            "root = true\n[appsettings.json]\nm365smtp.disabled_rules = SMTP1004",
            WithoutSettings
        ),
        new(
            "all rules off in one settings file",
            "",
            "root = true\n[appsettings.json]\nm365smtp.disabled_rules = all",
            WithoutSettings
        ),
        new("allowed host", "", "m365smtp.allowed_hosts = smtp.office365.com", Silent),
        new("settings not read", "M365SmtpReadSettings=false", "", WithoutSettings),
    ];

    public static TheoryData<string> Names => [.. Combinations.Select(combination => combination.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_finding_has_the_severity_that_the_build_gives_it(string name)
    {
        var expected = Combinations.Single(combination => combination.Name == name).Findings;
        Assert.Equal(expected, builds.Findings(name));
    }

    [Fact]
    public void Where_findings_are_errors_the_build_fails() => Assert.NotEqual(0, builds.ExitCode);

    /// <param name="Properties">MSBuild properties, separated by semicolons.</param>
    /// <param name="Config">A .globalconfig without its first line, or an .editorconfig that starts with
    /// 'root'.</param>
    sealed record Combination(string Name, string Properties, string Config, string Findings)
    {
        public string Id => Name.Replace(' ', '_').Replace(",", "", StringComparison.Ordinal);

        public string File =>
            Config.StartsWith("root", StringComparison.Ordinal) ? Config : "is_global = true\n" + Config;

        public string Build =>
            $"""<Build Include="Severity.csproj" AdditionalProperties="Combination={Id};Config={(Config == "" ? "" : Id + ".config.txt")};{Properties}" />""";
    }

    /// <summary>All combinations built by one command.</summary>
    public sealed class Builds(PackedPackage package) : IAsyncLifetime
    {
        readonly ConsumerSolution solution = new(package, "severity");

        public int ExitCode { get; private set; }

        public async ValueTask InitializeAsync()
        {
            var folder = Path.Combine(solution.Folder, "Severity");
            foreach (var combination in Combinations)
                await File.WriteAllTextAsync(Path.Combine(folder, combination.Id + ".config.txt"), combination.File);
            await File.WriteAllTextAsync(
                Path.Combine(folder, "All.proj"),
                $"""
                <Project>
                  <ItemGroup>
                    {string.Join("\n    ", Combinations.Select(combination => combination.Build))}
                  </ItemGroup>
                  <Target Name="Build">
                    <MSBuild Projects="@(Build)" BuildInParallel="true" ContinueOnError="ErrorAndContinue" />
                  </Target>
                </Project>
                """
            );
            await solution.SucceedAsync("restore", "Severity/Severity.csproj", "-v", "q");
            ExitCode = (await solution.RunAsync("msbuild", "Severity/All.proj", "-m", "-v:q", "-nologo")).ExitCode;
        }

        public string Findings(string name)
        {
            var id = Combinations.Single(combination => combination.Name == name).Id;
            using var sarif = JsonDocument.Parse(
                File.ReadAllText(Path.Combine(solution.Folder, "Severity", id + ".sarif"))
            );
            var findings =
                from result in sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                let place = result.GetProperty("locations")[0].GetProperty("physicalLocation")
                let file = Path.GetFileName(place.GetProperty("artifactLocation").GetProperty("uri").GetString())
                let level = result.GetProperty("level").GetString()
                orderby file, result.GetProperty("ruleId").GetString()
                select $"{file} {result.GetProperty("ruleId").GetString()} {level}";
            return string.Join(", ", findings);
        }

        public ValueTask DisposeAsync() => default;
    }
}
