using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes;

/// <summary>Maps a span of the original text to its position after the edits.</summary>
internal static class EditedSpan
{
    /// <summary>Null if the span was deleted or cut.</summary>
    public static TextSpan? Follow(TextSpan span, IEnumerable<IReadOnlyList<TextChange>> edits)
    {
        foreach (var changes in edits)
        {
            var (start, length) = (span.Start, span.Length);
            foreach (var change in changes)
            {
                var growth = (change.NewText?.Length ?? 0) - change.Span.Length;
                if (change.Span.End <= span.Start)
                    start += growth;
                else if (span.Contains(change.Span) && change.Span.Start < span.End)
                    length += growth;
                else if (change.Span.Start < span.End)
                    return null;
            }
            span = new TextSpan(start, length);
        }
        return span;
    }
}
