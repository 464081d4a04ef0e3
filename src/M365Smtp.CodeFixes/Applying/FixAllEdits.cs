using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace M365Smtp.CodeFixes;

/// <summary>Collects the edits of all findings that share an equivalence key and applies each edit once.</summary>
internal sealed class FixAllEdits(ICodeWriter writer) : FixAllProvider
{
    public override Task<CodeAction?> GetFixAsync(FixAllContext context) =>
        Task.FromResult<CodeAction?>(
            CodeAction.Create(
                "Fix all Microsoft 365 settings",
                cancel => ApplyAsync(context.WithCancellationToken(cancel)),
                context.CodeActionEquivalenceKey
            )
        );

    async Task<Solution> ApplyAsync(FixAllContext context)
    {
        var draft = new Draft(context.Solution, writer);
        var key = KeyOf(context);
        foreach (var (project, diagnostics) in await DiagnosticsAsync(context).ConfigureAwait(false))
            foreach (var diagnostic in InOrder(diagnostics))
            {
                var edits = EditsFor(key, diagnostic);
                if (ChangesSignIn(edits) && !IsAllowed(project, diagnostic))
                    continue;
                var next = await draft.TryApply(edits, project.Id, context.CancellationToken).ConfigureAwait(false);
                draft = next ?? draft;
            }
        return draft.Solution;
    }

    // A formatter that runs before each commit must not stop mail when the tenant or the machine is not ready for the
    // change.
    static bool ChangesSignIn(ImmutableArray<Edit> edits) => edits.Any(edit => edit.IsStepOfItsOwn);

    static bool IsAllowed(Project project, Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree
        && TeamOptions.Read(project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(tree)).AllowsSignInChanges;

    // 'dotnet format' requests the fixes of one rule with the key of the first finding, which may be another rule's, or
    // with no key.
    static string? KeyOf(FixAllContext context)
    {
        var key = context.CodeActionEquivalenceKey;
        var isKnown =
            key == FixKeys.Client
            || context.DiagnosticIds.Any(id =>
                key == FixKeys.Of(id) || key == FixKeys.Other(id) || key == FixKeys.Guess(id)
            );
        return isKnown ? key : null;
    }

    static ImmutableArray<Edit> EditsFor(string? key, Diagnostic diagnostic) =>
        OfferedFix.TryRead(diagnostic) switch
        {
            { } fix when key is null || key == FixKeys.Of(diagnostic.Id) => fix.Edits,
            { Other: { } other } when key == FixKeys.Other(diagnostic.Id) => other.Edits,
            { ClientEdits.IsEmpty: false } fix when key == FixKeys.Client => fix.ClientEdits,
            // A client with a single finding needs only that finding's edits, and no separate step.
            { } fix when key == FixKeys.Client && !fix.Edits.Any(edit => edit.IsStepOfItsOwn) => fix.Edits,
            _ => ImmutableArray<Edit>.Empty,
        };

    async Task<IReadOnlyList<(Project, ImmutableArray<Diagnostic>)>> DiagnosticsAsync(FixAllContext context)
    {
        if (context.Scope == FixAllScope.Document)
            return context.Document is { } document
                ? [(document.Project, await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))]
                : [];
        var found = new List<(Project, ImmutableArray<Diagnostic>)>();
        foreach (var project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project])
            if (project.Language == writer.Language)
                found.Add((project, await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false)));
        return found;
    }

    // The result must not depend on the order in which the host found them.
    static IEnumerable<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics
            .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal);
}
