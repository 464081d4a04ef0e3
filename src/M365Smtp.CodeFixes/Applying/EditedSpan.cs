using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes;

/// <summary>Where a span of the first text stands after it was edited.</summary>
internal static class EditedSpan
{
    /// <summary>Null where the span is gone or cut.</summary>
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
