using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Imports;

/// <summary>Namespaces that only the removed code needed.</summary>
internal static class UnusedUsings
{
    const string Unused = "CS8019";

    /// <summary>The changes plus the using directives to remove, if all builds compile as well without them.</summary>
    public static async Task<IReadOnlyList<TextChange>> Removed(
        Document document,
        IReadOnlyList<TextChange> changes,
        CancellationToken cancel
    )
    {
        var steps = new ChangedText(await document.GetTextAsync(cancel).ConfigureAwait(false), changes);
        var known = (await In(document, cancel).ConfigureAwait(false)).Select(directive => directive.ToString());
        var gone = (await In(document.WithText(steps.Text), cancel).ConfigureAwait(false))
            .Where(directive => !known.Contains(directive.ToString()))
            .Select(directive => UsingList.Removed(directive, steps.Text, isTaken: true))
            .OrderBy(change => change.Span.Start)
            .ToList();
        if (gone.Count == 0)
            return changes;
        var without = steps.With(gone).Changes;
        return await BuildCheck.CompilesAsWell(document, without, null, cancel).ConfigureAwait(false)
            ? without
            : changes;
    }

    static async Task<IReadOnlyList<UsingDirectiveSyntax>> In(Document document, CancellationToken cancel) =>
        await document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model
            ? []
            :
            [
                .. model
                    .GetDiagnostics(cancellationToken: cancel)
                    .Where(problem => problem.Id == Unused)
                    .Select(problem => model.SyntaxTree.GetRoot(cancel).FindNode(problem.Location.SourceSpan))
                    .OfType<UsingDirectiveSyntax>(),
            ];
}
