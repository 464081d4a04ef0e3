using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Layout;

/// <summary>Makes and sorts changes to a text.</summary>
internal static class TextChanges
{
    public static TextChange Insert(int position, string text) => new(new TextSpan(position, 0), text);

    public static IReadOnlyList<TextChange> InTextOrder(this IEnumerable<TextChange> changes) =>
        [.. changes.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.End)];
}
