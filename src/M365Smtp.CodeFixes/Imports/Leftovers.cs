using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Imports;

/// <summary>Removes what only the old client needed: a using directive, the line below a brace.</summary>
internal static class Leftovers
{
    /// <summary>Removes empty lines after a brace that were not there before.</summary>
    public static IReadOnlyList<TextChange> WithoutEmptyLines(SourceText original, IReadOnlyList<TextChange> changes)
    {
        var steps = new ChangedText(original, changes);
        var known = new HashSet<string>(EmptyLines(original).Select(line => Around(original, line)));
        var empty = EmptyLines(steps.Text)
            .Where(line => !known.Contains(Around(steps.Text, line)))
            .Select(line => new TextChange(steps.Text.Lines[line].SpanIncludingLineBreak, ""))
            .ToList();
        return empty.Count == 0 ? changes : steps.With(empty).Changes;
    }

    static IEnumerable<int> EmptyLines(SourceText text) =>
        Enumerable
            .Range(1, Math.Max(0, text.Lines.Count - 2))
            .Where(line =>
                string.IsNullOrWhiteSpace(text.Lines[line].ToString())
                && text.Lines[line - 1].ToString().TrimEnd().EndsWith("{", StringComparison.Ordinal)
            );

    static string Around(SourceText text, int line) => $"{text.Lines[line - 1]}{text.Lines[line + 1]}";

    /// <summary>Many files import System.Net only for NetworkCredential.</summary>
    public static async Task<IReadOnlyList<TextChange>> Removed(
        Document document,
        IReadOnlyList<TextChange> changes,
        CancellationToken cancel
    )
    {
        var steps = new ChangedText(await document.GetTextAsync(cancel).ConfigureAwait(false), changes);
        if (
            !steps.Original.ToString().Contains("NetworkCredential")
            || await document.WithText(steps.Text).GetSyntaxRootAsync(cancel).ConfigureAwait(false)
                is not CompilationUnitSyntax root
        )
            return changes;
        if (
            root.Usings.FirstOrDefault(known =>
                known is { Alias: null, Name: { } name } && name.ToString() == "System.Net"
            )
            is not { } directive
        )
            return changes;
        var without = steps.With([UsingList.Removed(directive, steps.Text, isTaken: false)]).Changes;
        return await BuildCheck.CompilesAsWell(document, without, null, cancel).ConfigureAwait(false)
            ? without
            : changes;
    }
}
