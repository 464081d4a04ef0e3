using System.Collections.Immutable;
using M365Smtp.CodeFixes;
using M365Smtp.Package.Tests.Docs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace M365Smtp.Package.Tests.Samples;

/// <summary>Applies every offered fix, as 'dotnet format analyzers' does.</summary>
static class FixAll
{
    static readonly M365SmtpCodeFixProvider Provider = new();

    public static async Task<Project> ApplyAsync(Project project)
    {
        // One rule at a time, each on fresh findings, as the command does.
        foreach (var id in Provider.FixableDiagnosticIds)
        {
            var findings = await project.FindingsAsync();
            if (!findings.Any(finding => finding.Id == id))
                continue;
            var context = new FixAllContext(
                project.Documents.First(),
                Provider,
                FixAllScope.Solution,
                id,
                [id],
                new Known(findings),
                default
            );
            var action = await Provider.GetFixAllProvider().GetFixAsync(context);
            var changes = (await action!.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().SingleOrDefault();
            project = changes?.ChangedSolution.GetProject(project.Id) ?? project;
        }
        return project;
    }

    sealed class Known(ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(
            Project project,
            CancellationToken cancel
        ) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(
            Project project,
            CancellationToken cancel
        ) => GetAllDiagnosticsAsync(project, cancel);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document,
            CancellationToken cancel
        ) => Task.FromResult(findings.Where(finding => finding.Location.SourceTree?.FilePath == document.FilePath));
    }
}
