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
        var known = new HashSet<int>(In(original).Select(line => Moved(original.Lines[line].Start, changes)));
        var empty = In(steps.Text)
            .Where(line => !known.Contains(steps.Text.Lines[line].Start))
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

    static int Moved(int position, IReadOnlyList<TextChange> changes) =>
        position
        + changes
            .Where(change => change.Span.End <= position)
            .Sum(change => (change.NewText?.Length ?? 0) - change.Span.Length);
}
