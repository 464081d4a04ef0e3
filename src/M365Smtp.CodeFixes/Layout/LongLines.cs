using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Layout;

/// <summary>Breaks lines that a fix made too long: conditions, argument lists and initializers.</summary>
internal static class LongLines
{
    const int Most = 120,
        MostWithThrow = 240;

    /// <returns>The changes and the line breaks as changes to the original text.</returns>
    public static IReadOnlyList<TextChange> Broken(
        SourceText original,
        IReadOnlyList<TextChange> changes,
        ParseOptions options
    )
    {
        var steps = new ChangedText(original, changes);
        var text = steps.Text;
        var root = CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)options).GetRoot();
        var written = steps.Written.Select(piece => piece.Span).ToList();
        var breaks = new List<TextChange>();
        foreach (var line in text.Lines.Where(line => line.Span.Length > Most && written.Any(line.Span.OverlapsWith)))
        {
            var condition = root.DescendantNodes(line.Span)
                .Select(Condition)
                .FirstOrDefault(condition => condition is not null && line.Span.Contains(condition.Span));
            var inside = condition is null ? [] : InCondition(condition, line, root, text).ToList();
            if (condition is CatchFilterClauseSyntax { Parent: CatchClauseSyntax clause } && inside.Count > 0)
                inside.AddRange(BeforeBlock(clause, text));
            if (condition is not CatchFilterClauseSyntax && inside.Count == 0)
                inside.AddRange(InArguments(line, written, root, text));
            if (condition is not CatchFilterClauseSyntax && inside.Count == 0)
                inside.AddRange(InInitializer(line, written, root, text));
            breaks.AddRange(inside);
        }
        return breaks.Count == 0 ? changes : steps.With(breaks).Changes;
    }

    /// <summary>Puts <c>?? throw …</c> on its own line if the read before it already fills one.</summary>
    public static IReadOnlyList<TextChange> BrokenBeforeThrow(
        SourceText original,
        IReadOnlyList<TextChange> changes,
        SyntaxNode root
    )
    {
        const string Throw = " ?? throw ";
        var steps = new ChangedText(original, changes);
        var breaks =
            from piece in steps.Written
            let at = piece.Text.IndexOf(Throw, StringComparison.Ordinal)
            where at >= 0
            let line = steps.Text.Lines.GetLineFromPosition(piece.Span.Start + at)
            where line.Span.Length > MostWithThrow
            select new TextChange(new TextSpan(piece.Span.Start + at, 1), NextLine(line, root, steps.Text));
        return steps.With([.. breaks]).Changes;
    }

    static SyntaxNode? Condition(SyntaxNode node) =>
        node switch
        {
            CatchFilterClauseSyntax filter => filter,
            IfStatementSyntax branch => branch.Condition,
            _ => null,
        };

    /// <summary>Puts as many alternatives on each line as fit.</summary>
    static IEnumerable<TextChange> InCondition(
        SyntaxNode condition,
        TextLine line,
        SyntaxNode root,
        SourceText text
    )
    {
        var next = NextLine(line, root, text);
        var (start, width) = (line.Start, 0);
        TextSpan? fits = null;
        foreach (
            var token in condition
                .DescendantTokens()
                .Where(token => token.Kind() is SyntaxKind.OrKeyword or SyntaxKind.BarBarToken)
                .Select(token => token.SpanStart)
                .Append(condition.Span.End)
        )
        {
            if (width + token - start > Most && fits is { } at)
            {
                yield return new TextChange(at, next);
                (start, width) = (at.End, next.Length - text.LineBreak(line.Start).Length);
            }
            fits = Blanks(text, token);
        }
    }

    // Braces on one line would be lost at the end of the last line.
    static IEnumerable<TextChange> BeforeBlock(CatchClauseSyntax clause, SourceText text)
    {
        var block = clause.Block;
        if (text.AreOnOneLine(clause.Filter!.Span.End, block.Span.End))
            yield return new TextChange(
                TextSpan.FromBounds(clause.Filter.Span.End, block.SpanStart),
                text.LineBreak(clause.SpanStart) + text.Indentation(clause.SpanStart)
            );
    }

    /// <summary>Puts each argument on its own line.</summary>
    static IEnumerable<TextChange> InArguments(
        TextLine line,
        IReadOnlyList<TextSpan> written,
        SyntaxNode root,
        SourceText text
    )
    {
        var lists = root.DescendantNodes(line.Span, node => node is not InitializerExpressionSyntax)
            .OfType<ArgumentListSyntax>();
        if (
            lists.FirstOrDefault(list =>
                list.Arguments.Count > 1 && line.Span.Contains(list.Span) && written.Any(list.Span.OverlapsWith)
            )
            is not { } arguments
        )
            yield break;
        var next = NextLine(line, root, text);
        yield return new TextChange(new TextSpan(arguments.OpenParenToken.Span.End, 0), next);
        foreach (var comma in arguments.Arguments.GetSeparators())
            yield return new TextChange(Blanks(text, comma.Span.End), next);
    }

    /// <summary>Puts each member and each brace on its own line.</summary>
    static IEnumerable<TextChange> InInitializer(
        TextLine line,
        IReadOnlyList<TextSpan> written,
        SyntaxNode root,
        SourceText text
    )
    {
        if (
            root.DescendantNodes(line.Span)
                .OfType<InitializerExpressionSyntax>()
                .FirstOrDefault(members =>
                    members.IsKind(SyntaxKind.ObjectInitializerExpression)
                    && members.Expressions.Count > 1
                    && line.Span.Contains(members.Span)
                    && written.Any(members.Span.OverlapsWith)
                )
            is not { } initializer
        )
            yield break;
        var next = NextLine(line, root, text);
        var outer = text.LineBreak(line.Start) + text.Indentation(line.Start);
        yield return new TextChange(Blanks(text, initializer.OpenBraceToken.SpanStart), outer);
        yield return new TextChange(Blanks(text, initializer.OpenBraceToken.Span.End), next);
        foreach (var comma in initializer.Expressions.GetSeparators().Take(initializer.Expressions.Count - 1))
            yield return new TextChange(Blanks(text, comma.Span.End), next);
        yield return new TextChange(Blanks(text, initializer.CloseBraceToken.SpanStart), outer);
    }

    static TextSpan Blanks(SourceText text, int position)
    {
        var (start, end) = (position, position);
        while (start > 0 && text[start - 1] is (' ' or '\t'))
            start--;
        while (end < text.Length && text[end] is (' ' or '\t'))
            end++;
        return TextSpan.FromBounds(start, end);
    }

    static string NextLine(TextLine line, SyntaxNode root, SourceText text) =>
        text.LineBreak(line.Start) + text.Indentation(line.Start) + root.IndentationUnit();
}
