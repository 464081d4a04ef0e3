using System.Globalization;
using M365Smtp.Package.Tests.Docs;
using M365Smtp.Package.Tests.Texts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Package.Tests.Samples;

/// <summary>samples/LegacyMailer has the mistakes of real code, and its twin is the result of the fixes.</summary>
public sealed class LegacyMailerTests
{
    const string Legacy = "samples/LegacyMailer",
        Twin = "samples/LegacyMailer.Fixed";

    [Fact]
    public async Task It_gets_exactly_these_findings() =>
        Assert.Equal(
            [
                "ContactForm.cs(12): SMTP3003",
                "ContactForm.cs(18): SMTP2004",
                "ContactForm.cs(19): SMTP1002",
                "ContactForm.cs(19): SMTP2003",
                "ContactForm.cs(20): SMTP4001",
                "ContactForm.cs(20): SMTP3004",
                "DiskAlert.cs(10): SMTP4002",
                "DiskAlert.cs(11): SMTP4005",
                "InvoiceMailer.cs(18): SMTP4007",
                "InvoiceMailer.cs(21): SMTP1005",
                "Newsletter.cs(13): SMTP4008",
                "Newsletter.cs(15): SMTP2002",
                "Newsletter.cs(16): SMTP4006",
                "Newsletter.cs(18): SMTP5001",
                "NightlyReport.cs(9): SMTP1001",
                "NightlyReport.cs(10): SMTP1004",
                "NightlyReport.cs(14): SMTP2005",
                "NightlyReport.cs(16): SMTP4002",
                "NightlyReport.cs(19): SMTP4001",
                "NightlyReport.cs(20): SMTP4004",
                "NightlyReport.cs(22): SMTP3003",
                "OrderConfirmation.cs(12): SMTP2001",
                "OrderConfirmation.cs(12): SMTP4002",
                "OrderConfirmation.cs(13): SMTP4001",
                "OrderConfirmation.cs(13): SMTP3001",
                "OrderConfirmation.cs(13): SMTP4003",
                "OrderConfirmation.cs(20): SMTP1005",
            ],
            from finding in await Project(Legacy).FindingsAsync()
            select $"{Place(finding, withColumn: false)}: {finding.Id}"
        );

    [Fact]
    public async Task Its_twin_is_what_the_fixes_make_of_it()
    {
        var twin = await FixAll.ApplyAsync(Project(Legacy));
        foreach (var document in twin.Documents.Where(document => document.Name != "ImplicitUsings.cs"))
            CommittedText.MustBe((await document.GetTextAsync()).ToString(), $"{Twin}/{document.Name}");
    }

    [Fact]
    public async Task Its_twin_keeps_only_what_has_no_fix()
    {
        var twin = Project(Twin);
        Assert.Equal(
            ["SMTP3001", "SMTP3003", "SMTP3004", "SMTP4001", "SMTP4005", "SMTP4006", "SMTP5001"],
            (await twin.FindingsAsync()).Select(finding => finding.Id).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Equal(Sources(Twin), Sources(await FixAll.ApplyAsync(twin)));
    }

    [Fact]
    public async Task The_readme_shows_real_warnings()
    {
        var warnings =
            from finding in await Project(Legacy).FindingsAsync()
            where finding.Severity == DiagnosticSeverity.Warning
            select $"{Place(finding, withColumn: true)}: warning {finding.Id}: {finding.GetMessage(CultureInfo.InvariantCulture)}";
        var shown = warnings.Where(warning => warning.StartsWith("OrderConfirmation.cs", StringComparison.Ordinal));
        CommittedText.PartMustBe(string.Join('\n', shown), "README.md", "OrderConfirmation.cs(", "```");
    }

    [Fact]
    public void The_readme_shows_the_fixed_code()
    {
        var line = File.ReadLines(Repo.Path($"{Twin}/OrderConfirmation.cs"))
            .Single(line => line.Contains("new SmtpClient"));
        Assert.Contains(line.Trim(), File.ReadLines(Repo.Path("README.md")));
    }

    static Project Project(string folder) =>
        MailCode
            .CSharp(Sources(folder))
            .AddAnalyzerConfigDocument(
                ".globalconfig",
                SourceText.From(File.ReadAllText(Repo.Path($"{Legacy}/.globalconfig"))),
                filePath: "/.globalconfig"
            )
            .Project;

    static IEnumerable<(string Path, string Text)> Sources(string folder) =>
        from path in Directory.GetFiles(Repo.Path(folder), "*.cs").Order(StringComparer.Ordinal)
        select (Path.GetFileName(path), File.ReadAllText(path));

    static IEnumerable<(string Path, string Text)> Sources(Project project) =>
        from document in project.Documents
        where document.Name != "ImplicitUsings.cs"
        orderby document.Name
        select (document.Name, document.GetTextAsync().Result.ToString());

    static string Place(Diagnostic finding, bool withColumn)
    {
        var at = finding.Location.GetLineSpan();
        var (line, column) = (at.StartLinePosition.Line + 1, at.StartLinePosition.Character + 1);
        return withColumn ? $"{at.Path}({line},{column})" : $"{at.Path}({line})";
    }
}
