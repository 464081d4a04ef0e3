using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Layout;

/// <summary>The layout of a text: what comes before and after a position on its line.</summary>
internal static class Lines
{
    public static bool IsFirstOnLine(this SourceText text, int position) =>
        IsBlank(text, text.Lines.GetLineFromPosition(position).Start, position);

    public static bool AreOnOneLine(this SourceText text, int one, int other) =>
        text.Lines.IndexOf(one) == text.Lines.IndexOf(other);

    public static string Indentation(this SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>The line break used around a position.</summary>
    public static string LineBreak(this SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        return line.End < line.EndIncludingLineBreak
            ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak))
            : "\n";
    }

    /// <summary>The end of whatever follows a token on its line: a comment there belongs to it.</summary>
    public static int EndOfLine(this SyntaxToken token) =>
        token.TrailingTrivia.LastOrDefault() is { RawKind: (int)SyntaxKind.EndOfLineTrivia } lineBreak
            ? lineBreak.SpanStart
            : token.FullSpan.End;

    /// <summary>The span to delete so that neither an empty line nor a gap is left and nothing else is lost.</summary>
    public static TextSpan WithItsLine(this SourceText text, TextSpan span)
    {
        var lastLine = text.Lines.GetLineFromPosition(span.End);
        var isFirst = text.IsFirstOnLine(span.Start);
        if (isFirst && IsBlank(text, span.End, lastLine.End))
            return TextSpan.FromBounds(
                text.Lines.GetLineFromPosition(span.Start).Start,
                lastLine.EndIncludingLineBreak
            );
        var (start, end) = (span.Start, span.End);
        if (isFirst)
            while (end < lastLine.End && char.IsWhiteSpace(text[end]))
                end++;
        else
            while (char.IsWhiteSpace(text[start - 1]))
                start--;
        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The same for a statement, without leaving surplus empty lines around it.</summary>
    public static TextSpan WithItsLines(this SourceText text, TextSpan statement)
    {
        var span = text.WithItsLine(statement);
        if (
            span.IsEmpty
            || text.Lines.GetLineFromPosition(span.Start).Start != span.Start
            || text.Lines.GetLineFromPosition(span.End).Start != span.End
        )
            return span;
        var (before, after) = (text.Lines.IndexOf(span.Start) - 1, text.Lines.IndexOf(span.End));
        var above = before < 0 ? "{" : text.Lines[before].ToString().Trim();
        var below = text.Lines[after].ToString().Trim();
        if (below.Length == 0 && (above.Length == 0 || above.EndsWith("{", StringComparison.Ordinal)))
            return TextSpan.FromBounds(span.Start, text.Lines[after].EndIncludingLineBreak);
        return above.Length == 0 && below.StartsWith("}", StringComparison.Ordinal)
            ? TextSpan.FromBounds(text.Lines[before].Start, span.End)
            : span;
    }

    static bool IsBlank(SourceText text, int start, int end) =>
        string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(start, end)));
}
