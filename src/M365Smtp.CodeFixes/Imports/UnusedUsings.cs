using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Imports;

/// <summary>Using directives that only the removed code needed; those that nothing needed before stay.</summary>
internal static class UnusedUsings
{
    const string Unused = "CS8019";

    /// <summary>The same in each file that an edit changes.</summary>
    public static async Task<Written> Removed(Document document, Written written, CancellationToken cancel)
    {
        var others = new Dictionary<DocumentId, IReadOnlyList<TextChange>>();
        foreach (var (id, changes) in written.Others.Select(other => (other.Key, other.Value)))
        {
            var other = document.Project.Solution.GetDocument(id)!;
            others.Add(id, await Removed(other, changes, cancel).ConfigureAwait(false));
        }
        var own = await Removed(document, written.Changes, cancel).ConfigureAwait(false);
        return written with { Changes = own, Others = others };
    }

    /// <summary>The changes plus each using directive to remove, if all builds compile as well without it.</summary>
    public static async Task<IReadOnlyList<TextChange>> Removed(
        Document document,
        IReadOnlyList<TextChange> changes,
        CancellationToken cancel
    )
    {
        if (!await RemoveNames(document, changes, cancel).ConfigureAwait(false))
            return changes;
        var steps = new ChangedText(await document.GetTextAsync(cancel).ConfigureAwait(false), changes);
        var old = WithDocumentation(document);
        if (
            await old.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } before
            || await old.WithText(steps.Text).GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } after
        )
            return changes;
        var known = In(before, cancel).Select(directive => directive.ToString()).ToList();
        // The last first, so that the positions of the others stay.
        var gone = In(after, cancel)
            .Where(directive => !known.Contains(directive.ToString()) || HasLostNames(directive, before, after))
            .OrderByDescending(directive => directive.SpanStart)
            .ToList();
        var cleared = new List<string>();
        foreach (var directive in gone)
        {
            var removal = Usings.Removed(directive, after.SyntaxTree.GetText(cancel), isReplaced: false);
            var without = steps.With([removal]);
            if (!await BuildCheck.CompilesAsWell(document, without.Changes, null, cancel).ConfigureAwait(false))
                continue;
            steps = without;
            cleared.Add(directive.Name?.ToString() ?? "");
        }
        return await WithoutClashes(old, steps, cleared, cancel).ConfigureAwait(false);
    }

    /// <summary>Names that a removed directive made ambiguous are shortened.</summary>
    static async Task<IReadOnlyList<TextChange>> WithoutClashes(
        Document document,
        ChangedText steps,
        IReadOnlyCollection<string> cleared,
        CancellationToken cancel
    )
    {
        if (
            cleared.Count == 0
            || await document.WithText(steps.Text).GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model
        )
            return steps.Changes;
        var names = cleared.SelectMany(space => ShortTypeNames.Unclashed(space, model, cancel)).Distinct();
        var shorter = steps.With(names.InTextOrder()).Changes;
        return await BuildCheck.CompilesAsWell(document, shorter, null, cancel).ConfigureAwait(false)
            ? shorter
            : steps.Changes;
    }

    /// <summary>Anything else needs the same directives as before.</summary>
    static async Task<bool> RemoveNames(
        Document document,
        IReadOnlyList<TextChange> changes,
        CancellationToken cancel
    ) =>
        await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false) is { } root
        && changes.Any(change =>
            root.DescendantTokens(change.Span)
                .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.Span.OverlapsWith(change.Span))
        );

    // Without documentation, as in a build that generates none, the compiler does not report unused ones.
    static Document WithDocumentation(Document document) =>
        document.Project.ParseOptions is { DocumentationMode: DocumentationMode.None } options
            ? document
                .Project.WithParseOptions(options.WithDocumentationMode(DocumentationMode.Parse))
                .GetDocument(document.Id)!
            : document;

    static IEnumerable<UsingDirectiveSyntax> In(SemanticModel model, CancellationToken cancel) =>
        model
            .GetDiagnostics(cancellationToken: cancel)
            .Where(problem => problem.Id == Unused)
            .Select(problem => model.SyntaxTree.GetRoot(cancel).FindNode(problem.Location.SourceSpan))
            .OfType<UsingDirectiveSyntax>();

    // To the compiler, a directive that a global one repeats is unused even where the file names its types.
    static bool HasLostNames(UsingDirectiveSyntax directive, SemanticModel before, SemanticModel after) =>
        directive is { Alias: null, Name: { } name }
        && Names(name.ToString(), before)
        && !Names(name.ToString(), after);

    static bool Names(string space, SemanticModel model) =>
        model
            .SyntaxTree.GetRoot()
            .DescendantNodes(node => node is not UsingDirectiveSyntax)
            .OfType<SimpleNameSyntax>()
            .Any(name =>
                !name.IsVar
                && model.GetSymbolInfo(name).Symbol is INamedTypeSymbol type
                && type.ContainingNamespace?.ToDisplayString() == space
            );
}
