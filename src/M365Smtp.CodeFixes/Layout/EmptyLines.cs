using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Layout;

/// <summary>Empty lines below a brace or another empty line, which removed code leaves.</summary>
internal static class EmptyLines
{
    /// <summary>The changes, without those that were not there before.</summary>
    public static IReadOnlyList<TextChange> WithoutNew(SourceText original, IReadOnlyList<TextChange> changes)
    {
        var steps = new ChangedText(original, changes);
        var known = new HashSet<string>(In(original).Select(line => Around(original, line)));
        var empty = In(steps.Text)
            .Where(line => !known.Contains(Around(steps.Text, line)))
            .Select(line => new TextChange(steps.Text.Lines[line].SpanIncludingLineBreak, ""))
            .ToList();
        return empty.Count == 0 ? changes : steps.With(empty).Changes;
    }

    static IEnumerable<int> In(SourceText text) =>
        Enumerable
            .Range(1, Math.Max(0, text.Lines.Count - 2))
            .Where(line =>
                string.IsNullOrWhiteSpace(text.Lines[line].ToString())
                && text.Lines[line - 1].ToString().Trim() is var above
                && (above.Length == 0 || above.EndsWith("{", StringComparison.Ordinal))
            );

    static string Around(SourceText text, int line) => $"{text.Lines[line - 1]}{text.Lines[line + 1]}";
}
