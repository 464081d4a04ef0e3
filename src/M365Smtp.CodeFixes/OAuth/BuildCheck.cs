using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.OAuth;

/// <summary>Compares what the compiler says before and after.</summary>
internal static class BuildCheck
{
    /// <summary>No new error and no new warning, neither in the document nor where the changed symbol is named.</summary>
    public static async Task<bool> CompilesAsWell(Document document, IReadOnlyList<TextChange> changes, ISymbol? changed, CancellationToken cancel)
    {
        if (changes.Zip(changes.Skip(1), (one, next) => one.Span.End > next.Span.Start).Any(overlap => overlap)) return false;
        var text = await document.GetTextAsync(cancel).ConfigureAwait(false);
        var after = document.WithText(text.WithChanges(changes)).Project.Solution;
        var touched = new HashSet<DocumentId> { document.Id };
        if (changed is not null)
            foreach (var symbol in await SymbolFinder.FindReferencesAsync(changed, document.Project.Solution, cancel).ConfigureAwait(false))
                touched.UnionWith(symbol.Locations.Select(location => location.Document.Id));
        foreach (var id in touched)
        {
            var known = await Problems(document.Project.Solution, id, cancel).ConfigureAwait(false);
            var now = await Problems(after, id, cancel).ConfigureAwait(false);
            if (now.Any(problem => problem.Count() > known[problem.Key].Count())) return false;
        }
        return true;
    }

    static async Task<ILookup<string, Diagnostic>> Problems(Solution solution, DocumentId id, CancellationToken cancel)
    {
        var model = await solution.GetDocument(id)!.GetSemanticModelAsync(cancel).ConfigureAwait(false);
        var problems = model is null ? Enumerable.Empty<Diagnostic>() : model.GetDiagnostics(cancellationToken: cancel);
        return problems.Where(problem => problem.Severity >= DiagnosticSeverity.Warning).ToLookup(problem => problem.Id);
    }
}
