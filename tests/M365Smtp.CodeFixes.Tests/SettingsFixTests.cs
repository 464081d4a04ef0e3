using M365Smtp.Analyzers;
using M365Smtp.CodeFixes.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Tests;

/// <summary>
/// Settings files on the oldest Roslyn, whose editor services no package contains: the fixes that would be offered.
/// </summary>
public class SettingsFixTests
{
    const string Settings = """{ "Smtp": { "Host": "smtp.office365.com", "Port": 465, "UserName": "CONTOSO\\app" } }""";

    [Fact]
    public async Task The_value_and_nothing_else_is_changed()
    {
        var file = Add(Program("class C { }"), "appsettings.json", Settings);
        var action = Assert.Single(await ActionsAsync(file, "SMTP1004"));
        Assert.Equal("Use port 587", action.Title);
        var changed = await Fix.ResultAsync(action, file.Project.Solution);
        Assert.Equal(
            Settings.Replace("465", "587"),
            (await changed.GetAdditionalDocument(file.Id)!.GetTextAsync()).ToString()
        );
    }

    [Fact]
    public async Task A_file_that_has_changed_meanwhile_is_left_alone()
    {
        var file = Add(Program("class C { }"), "appsettings.json", Settings);
        var finding = (await FindingsAsync(file.Project)).Single(finding => finding.Id == "SMTP1004");
        var typed = file
            .Project.Solution.WithAdditionalDocumentText(file.Id, SourceText.From(" " + Settings))
            .GetAdditionalDocument(file.Id)!;
        Assert.Empty(await ActionsAsync(typed, finding));
    }

    [Fact]
    public async Task A_value_that_needs_quotes_or_escapes_is_left_to_the_developer() =>
        Assert.Empty(await ActionsAsync(Add(Program("class C { }"), "appsettings.json", Settings), "SMTP3001"));

    [Fact]
    public void The_provider_serves_code_and_settings_files_whatever_they_are_called()
    {
        var export = Assert.Single(
            typeof(M365SmtpCodeFixProvider)
                .GetCustomAttributes(typeof(ExportCodeFixProviderAttribute), false)
                .Cast<ExportCodeFixProviderAttribute>()
        );
        Assert.Equal(["Document", "AdditionalDocument"], export.DocumentKinds);
        Assert.Null(export.DocumentExtensions);
        // A second provider would be forgotten for the kind of document that an editor does not ask about first.
        Assert.Single(
            typeof(M365SmtpCodeFixProvider).Assembly.GetTypes(),
            type => typeof(CodeFixProvider).IsAssignableFrom(type)
        );
    }

    static Project Program(string code) => MailProject.Create([MarkedFile.Parse("Mail.cs", code)]).Projects.Single();

    static TextDocument Add(Project project, string name, string text) =>
        project.AddAdditionalDocument(name, text, filePath: "/src/" + name);

    static async Task<IReadOnlyList<CodeAction>> ActionsAsync(TextDocument document, string ruleId) =>
        await ActionsAsync(document, (await FindingsAsync(document.Project)).Single(finding => finding.Id == ruleId));

    static async Task<IReadOnlyList<CodeAction>> ActionsAsync(TextDocument document, Diagnostic finding)
    {
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(
            document,
            finding.Location.SourceSpan,
            [finding],
            (action, _) => actions.Add(action),
            default
        );
        await new M365SmtpCodeFixProvider().RegisterCodeFixesAsync(context);
        return actions;
    }

    static async Task<IReadOnlyList<Diagnostic>> FindingsAsync(Project project) =>
        await (await project.GetCompilationAsync())!
            .WithAnalyzers([new SmtpSettingsAnalyzer()], project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync();
}
