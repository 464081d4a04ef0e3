using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Imports;

/// <summary>Code fragments with their type names written for a position, and the using directives they need.</summary>
internal sealed record CodeFragments(IReadOnlyList<string> Texts, IReadOnlyList<TextChange> Usings)
{
    /// <summary>
    /// Candidates, most natural first: with using directives, then fully qualified. The caller finds out which
    /// compiles.
    /// </summary>
    public static async Task<IReadOnlyList<CodeFragments>> Of(
        Place place,
        CancellationToken cancel,
        params string[] texts
    )
    {
        var needed = new HashSet<string>();
        var (byUsings, inFull) = (new List<string>(), new List<string>());
        foreach (var text in texts)
        {
            byUsings.Add(await ShortTypeNames.ByUsings(text, place, needed, cancel).ConfigureAwait(false));
            inFull.Add(await ShortTypeNames.In(text, place, cancel).ConfigureAwait(false));
        }
        var plain = new CodeFragments(inFull, []);
        return needed.Count > 0 && Imports.Usings.Adding(needed, place) is { } usings
            ? [new(byUsings, usings), plain]
            : [plain];
    }
}
