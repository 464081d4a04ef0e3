using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Code;

/// <summary>Compares the compiler's diagnostics before and after a change.</summary>
internal static class BuildCheck
{
    /// <summary>
    /// True if there is no new error or warning: in the document, wherever the changed symbol is named, in other
    /// projects or target frameworks that compile the same file, and under other conditional symbols.
    /// </summary>
    /// <param name="isInterim">More edits will follow: nullable warnings do not count yet.</param>
    public static async Task<bool> CompilesAsWell(
        Document document,
        IReadOnlyList<TextChange> changes,
        ISymbol? changed,
        CancellationToken cancel,
        bool isInterim = false
    )
    {
        if (changes.Zip(changes.Skip(1), (one, next) => one.Span.End > next.Span.Start).Any(overlap => overlap))
            return false;
        var text = (await document.GetTextAsync(cancel).ConfigureAwait(false)).WithChanges(changes);
        var before = document.Project.Solution;
        var shared = Shared(document).Select(known => known.Id).ToList();
        var after = shared.Aggregate(before, (solution, id) => solution.WithDocumentText(id, text));
        var touched = new HashSet<DocumentId>(shared);
        if (changed is not null)
            foreach (
                var symbol in await SymbolFinder.FindReferencesAsync(changed, before, cancel).ConfigureAwait(false)
            )
                touched.UnionWith(symbol.Locations.Select(location => location.Document.Id));
        foreach (var id in touched)
        {
            var known = await Problems(before, id, cancel).ConfigureAwait(false);
            var now = await Problems(after, id, cancel).ConfigureAwait(false);
            if (
                now.Any(problem =>
                    problem.Count() > known[problem.Key].Count() && !(isInterim && IsAboutNull(problem.Key))
                )
            )
                return false;
        }
        foreach (var id in shared)
            if (
                await before.GetDocument(id)!.GetSemanticModelAsync(cancel).ConfigureAwait(false) is { } model
                && !ConditionalCode.CompilesAsWell(model.Compilation, model.SyntaxTree, text, cancel)
            )
                return false;
        return true;
    }

    /// <summary>The same place in the project that knows the oldest C#: what compiles there compiles in all.</summary>
    public static Task<Place?> InOldestLanguage(Place place, CancellationToken cancel) =>
        Place.At(WithOldestLanguage(place.Document), place.Span, cancel);

    /// <summary>
    /// Of all documents for the same file, the one in the project with the oldest C# version: what compiles there
    /// compiles everywhere.
    /// </summary>
    static Document WithOldestLanguage(Document document) =>
        Shared(document).OrderBy(known => (known.Project.ParseOptions as CSharpParseOptions)?.LanguageVersion).First();

    // The same file in other projects or target frameworks; the document itself comes first.
    static IEnumerable<Document> Shared(Document document) =>
        document
            .GetLinkedDocumentIds()
            .Select(document.Project.Solution.GetDocument)
            .OfType<Document>()
            .Where(other => other.Project.Language == LanguageNames.CSharp)
            .Prepend(document);

    // CS8600 to CS8899: nullable reference types.
    static bool IsAboutNull(string id) =>
        id.StartsWith("CS86", StringComparison.Ordinal)
        || id.StartsWith("CS87", StringComparison.Ordinal)
        || id.StartsWith("CS88", StringComparison.Ordinal);

    static async Task<ILookup<string, Diagnostic>> Problems(Solution solution, DocumentId id, CancellationToken cancel)
    {
        var model = await solution.GetDocument(id)!.GetSemanticModelAsync(cancel).ConfigureAwait(false);
        var problems = model is null ? Enumerable.Empty<Diagnostic>() : model.GetDiagnostics(cancellationToken: cancel);
        return problems
            .Where(problem => problem.Severity >= DiagnosticSeverity.Warning)
            .ToLookup(problem => problem.Id);
    }
}
