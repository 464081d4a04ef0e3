using M365Smtp.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Sending;

/// <summary>Where statements find room before and after the statements that send, made with braces where there is none.</summary>
/// <param name="Head">What the first lines take the place of: nothing, or the blank up to a statement that gets braces.</param>
/// <param name="End">Behind the last statement and its comment.</param>
/// <param name="NextLine">The line break with the indentation; a blank in code on one line.</param>
internal sealed record Room(TextSpan Head, int End, string NextLine, string Open, string Close)
{
    /// <summary>The text of what stands between the braces goes on right behind.</summary>
    public TextChange Before(IEnumerable<string> lines) => new(Head, Open + string.Concat(lines.Select(line => Comment(line) + NextLine)));

    public TextChange After(IEnumerable<string> lines) => EditWriter.Insert(End, string.Concat(lines.Select(line => NextLine + line)) + Close);

    public static Room Around(StatementSyntax first, StatementSyntax last, SourceText text) =>
        first.List() is not null ? InList(first, last, text) : InBraces(first, text);

    static Room InList(StatementSyntax first, StatementSyntax last, SourceText text)
    {
        var nextLine = text.IsFirstOnLine(first.SpanStart) ? text.LineBreak(first.SpanStart) + text.Indentation(first.SpanStart) : " ";
        var end = last.GetLastToken();
        return new Room(new TextSpan(first.SpanStart, 0), nextLine == " " ? end.Span.End : EndOf(end), nextLine, "", "");
    }

    static Room InBraces(StatementSyntax statement, SourceText text)
    {
        var outer = text.LineBreak(statement.SpanStart) + text.Indentation(statement.Parent!.SpanStart);
        return new Room(
            TextSpan.FromBounds(statement.GetFirstToken().GetPreviousToken().Span.End, statement.SpanStart),
            EndOf(statement.GetLastToken()), outer + "    ", outer + "{" + outer + "    ", outer + "}");
    }

    /// <summary>The arrow of a method becomes a block.</summary>
    public static Room InArrow(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon, SourceText text)
    {
        var outer = text.LineBreak(arrow.Parent!.SpanStart) + text.Indentation(arrow.Parent.SpanStart);
        return new Room(
            TextSpan.FromBounds(arrow.ArrowToken.GetPreviousToken().Span.End, arrow.Expression.SpanStart),
            EndOf(semicolon), outer + "    ", outer + "{" + outer + "    ", outer + "}");
    }

    string Comment(string line) => NextLine == " " && line.StartsWith("//", StringComparison.Ordinal) ? "/*" + line.Substring(2) + " */" : line;

    static int EndOf(SyntaxToken token) =>
        token.TrailingTrivia.LastOrDefault() is { RawKind: (int)SyntaxKind.EndOfLineTrivia } ? token.EndOfLine() : token.Span.End;
}
