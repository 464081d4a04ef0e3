using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace M365Smtp.CodeFixes;

/// <summary>Creates the light bulb actions from the edits that the diagnostics carry.</summary>
internal static class OfferedFixes
{
    public static readonly ImmutableArray<string> RuleIds = AllRules
        .List.Where(rule => rule.NoFix is null)
        .Select(rule => rule.Id)
        .ToImmutableArray();

    public static async Task RegisterAsync(CodeFixContext context, ICodeWriter writer)
    {
        var offered = new HashSet<(string Key, string Title)>();
        var project = context.TextDocument.Project;
        var draft = new Draft(project.Solution, writer)
        {
            ReachesSettings = project.Solution.Workspace.CanApplyChange(ApplyChangesKind.ChangeAdditionalDocument),
        };
        foreach (var (diagnostic, title, key, edits) in Fixes(context))
            if (
                IsFor(context.TextDocument, edits)
                && await draft.TryApply(edits, project.Id, context.CancellationToken).ConfigureAwait(false)
                    is { } changed
                && offered.Add((key, title))
            )
                context.RegisterCodeFix(
                    CodeAction.Create(WithNote(title, changed.Lost), _ => Task.FromResult(changed.Solution), key),
                    diagnostic
                );
    }

    // 'dotnet format' takes the first action offered, so a diagnostic's own fix comes before the client's.
    static IEnumerable<(Diagnostic Of, string Title, string Key, ImmutableArray<Edit> Edits)> Fixes(
        CodeFixContext context
    )
    {
        var fixes = (
            from diagnostic in context.Diagnostics
            where IsIn(diagnostic, context.TextDocument)
            let fix = OfferedFix.TryRead(diagnostic)
            where fix is not null
            select (Diagnostic: diagnostic, Fix: fix)
        ).ToList();
        foreach (var (diagnostic, fix) in fixes)
            if (!fix.Edits.IsEmpty)
                yield return (diagnostic, fix.Title, FixKeys.Of(diagnostic.Id), fix.Edits);
        foreach (var (diagnostic, fix) in fixes)
            if (fix.Other is { } other)
                yield return (diagnostic, other.Title, FixKeys.Other(diagnostic.Id), other.Edits);
        foreach (var (diagnostic, fix) in fixes)
            if (!fix.ClientEdits.IsEmpty)
                yield return (diagnostic, FixKeys.ClientTitle, FixKeys.Client, fix.ClientEdits);
        foreach (var (diagnostic, fix) in fixes)
            if (fix.Guess is { } guess)
                yield return (diagnostic, guess.Title, FixKeys.Guess(diagnostic.Id), guess.Edits);
    }

    // Another settings file may have a finding at the same position.
    static bool IsIn(Diagnostic diagnostic, TextDocument document) =>
        diagnostic.Location.IsInSource || diagnostic.Location.GetLineSpan().Path == document.FilePath;

    // A fix in an environment's settings must not change the base file that all environments share.
    static bool IsFor(TextDocument document, ImmutableArray<Edit> edits) =>
        document is Document || edits.All(edit => edit.Path == document.FilePath);

    // The title says beforehand what will be lost.
    static string WithNote(string title, IReadOnlyCollection<string> left) =>
        left.Count == 0 ? title : $"{title} (leaves a note on {string.Join(" and ", left)})";
}
