using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Statements;

/// <summary>Makes room for statements before and after others, adding braces where needed.</summary>
/// <param name="Head">Replaced by the first lines: nothing, or the whitespace up to a statement that gets
/// braces.</param>
/// <param name="Tail">Replaced by the last lines: nothing (after the last statement and its comment), or the whitespace
/// up to a brace.</param>
/// <param name="NextLine">The line break with its indentation; a space in code on one line.</param>
/// <param name="Unit">One indentation step.</param>
internal sealed record Insertion(TextSpan Head, TextSpan Tail, string NextLine, string Unit, string Open, string Close)
{
    /// <summary>Ends an expression that becomes a statement; otherwise empty.</summary>
    string Semicolon { get; init; } = "";

    /// <summary>The other statements in single-line braces, which get their own lines.</summary>
    IReadOnlyList<TextChange> Others { get; init; } = [];

    /// <summary>Lines before the first statement and after the last.</summary>
    public IEnumerable<TextChange> Changes(IEnumerable<string> before, IEnumerable<string> after) =>
        [Before(before), .. Others, After(after)];

    /// <summary>The text between the braces continues directly.</summary>
    TextChange Before(IEnumerable<string> lines) =>
        new(Head, Open + string.Concat(lines.Select(line => Line(line) + NextLine)));

    TextChange After(IEnumerable<string> lines) =>
        new(Tail, Semicolon + string.Concat(lines.Select(line => NextLine + Line(line))) + Close);

    /// <param name="mayExpand">Whether braces on one line get a line for each statement: true if nothing else inside
    /// them changes.</param>
    public static Insertion Around(StatementSyntax first, StatementSyntax last, SourceText text, bool mayExpand) =>
        first.List() is not null ? InList(first, last, text, mayExpand) : InBraces(first, text);

    static Insertion InList(StatementSyntax first, StatementSyntax last, SourceText text, bool mayExpand)
    {
        if (mayExpand && first.Parent is BlockSyntax block && first == last && IsOnOneLine(block, text))
            return InLine(first, block, text);
        var nextLine = text.IsFirstOnLine(first.SpanStart)
            ? text.LineBreak(first.SpanStart) + text.Indentation(first.SpanStart)
            : " ";
        var end = last.GetLastToken();
        return new Insertion(
            new TextSpan(first.SpanStart, 0),
            nextLine == " " ? new TextSpan(end.Span.End, 0) : EndOf(end),
            nextLine,
            UnitIn(first),
            "",
            ""
        );
    }

    /// <summary>Expands single-line braces, with each statement on its own line.</summary>
    static Insertion InLine(StatementSyntax statement, BlockSyntax block, SourceText text)
    {
        var unit = UnitIn(statement);
        var outer = text.LineBreak(statement.SpanStart) + text.Indentation(statement.SpanStart);
        var nextLine = outer + unit;
        var isFirst = statement == block.Statements[0];
        TextSpan Gap(StatementSyntax before) =>
            TextSpan.FromBounds(before.Span.End, before.GetLastToken().GetNextToken().SpanStart);
        string End(StatementSyntax before) => before == block.Statements.Last() ? outer : nextLine;
        var opened = new TextChange(
            TextSpan.FromBounds(block.OpenBraceToken.GetPreviousToken().Span.End, block.Statements[0].SpanStart),
            outer + "{" + nextLine
        );
        var previous = isFirst ? null : block.Statements[block.Statements.IndexOf(statement) - 1];
        return new Insertion(
            isFirst ? opened.Span : Gap(previous!),
            Gap(statement),
            nextLine,
            unit,
            isFirst ? opened.NewText! : nextLine,
            End(statement)
        )
        {
            Others =
            [
                .. isFirst ? [] : new[] { opened },
                .. block
                    .Statements.Where(other => other != statement && other != previous)
                    .Select(other => new TextChange(Gap(other), End(other))),
            ],
        };
    }

    static bool IsOnOneLine(BlockSyntax block, SourceText text) =>
        text.AreOnOneLine(block.OpenBraceToken.SpanStart, block.CloseBraceToken.SpanStart)
        && block
            .DescendantTrivia(TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart))
            .All(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));

    static Insertion InBraces(StatementSyntax statement, SourceText text)
    {
        var unit = UnitIn(statement);
        var outer = text.LineBreak(statement.SpanStart) + text.Indentation(statement.Parent!.SpanStart);
        return Braced(statement.GetFirstToken(), EndOf(statement.GetLastToken()), unit, outer, "{", "}");
    }

    /// <summary>The arrow of a method becomes a block.</summary>
    public static Insertion InArrow(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon, SourceText text)
    {
        var unit = UnitIn(arrow);
        var outer = text.LineBreak(arrow.Parent!.SpanStart) + text.Indentation(arrow.Parent.SpanStart);
        var insertion = Braced(arrow.Expression.GetFirstToken(), EndOf(semicolon), unit, outer, "{", "}");
        var head = TextSpan.FromBounds(arrow.ArrowToken.GetPreviousToken().Span.End, insertion.Head.End);
        return insertion with { Head = head };
    }

    /// <summary>The expression of a lambda becomes a block.</summary>
    public static Insertion InLambda(LambdaExpressionSyntax lambda, SourceText text)
    {
        var unit = UnitIn(lambda);
        var outer = text.LineBreak(lambda.SpanStart) + text.Indentation(lambda.SpanStart);
        var insertion = Braced(
            lambda.ExpressionBody!.GetFirstToken(),
            new TextSpan(lambda.Span.End, 0),
            unit,
            outer,
            "{",
            "}"
        );
        return insertion with { Semicolon = ";" };
    }

    /// <summary>The comments before the first token stay before it.</summary>
    static Insertion Braced(SyntaxToken first, TextSpan tail, string unit, string outer, string open, string close)
    {
        var nextLine = outer + unit;
        var comments =
            from trivia in first.GetPreviousToken().TrailingTrivia.Concat(first.LeadingTrivia)
            where trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            select trivia + nextLine;
        var head = TextSpan.FromBounds(first.GetPreviousToken().Span.End, first.SpanStart);
        var opening = outer + open + nextLine + string.Concat(comments);
        return new Insertion(head, tail, nextLine, unit, opening, outer + close);
    }

    static string UnitIn(SyntaxNode node) => node.SyntaxTree.GetRoot().IndentationUnit();

    string Line(string line) =>
        NextLine != " " ? line.InUnits(Unit)
        : line.StartsWith("//", StringComparison.Ordinal) ? "/*" + line.Substring(2) + " */"
        : line.TrimStart(' ');

    static TextSpan EndOf(SyntaxToken token) =>
        new(
            token.TrailingTrivia.LastOrDefault() is { RawKind: (int)SyntaxKind.EndOfLineTrivia }
                ? token.EndOfLine()
                : token.Span.End,
            0
        );
}
