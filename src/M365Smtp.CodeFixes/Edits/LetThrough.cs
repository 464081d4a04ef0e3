using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Edits;

/// <summary>Keeps a catch clause from catching an exception that should leave the enclosing loop.</summary>
internal static class LetThrough
{
    /// <param name="clause"><c>catch (Type)</c>, with or without a filter.</param>
    public static async Task<IReadOnlyList<TextChange>> Changes(Place place, string clause, CancellationToken cancel)
    {
        if (place.Token.Parent is not CatchClauseSyntax { Block: { CloseBraceToken.IsMissing: false } block } caught)
            return [];
        if (await place.Document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model)
            return [];
        var type = caught.Declaration is { } declaration
            ? model.GetTypeInfo(declaration.Type, cancel).Type?.ToMinimalDisplayString(model, caught.SpanStart)
            : null;
        var change = clause == $"catch ({type})" ? ThrowAtEnd(block, place.Text) : Before(caught, clause, place.Text);
        return await BuildCheck.CompilesAsWell(place.Document, [change], null, cancel).ConfigureAwait(false)
            ? [change]
            : [];
    }

    // Follows the layout of the existing clauses: on one line, with the brace on the same line, or with each on its
    // own. A comment above a clause stays with it.
    static TextChange Before(CatchClauseSyntax caught, string clause, SourceText text)
    {
        var (lineBreak, indentation) = (text.LineBreak(caught.SpanStart), text.Indentation(caught.SpanStart));
        var isOnOneLine = text.AreOnOneLine(caught.SpanStart, caught.Block.Span.End);
        var open =
            isOnOneLine || text.AreOnOneLine(caught.SpanStart, caught.Block.OpenBraceToken.SpanStart)
                ? " {"
                : $"{lineBreak}{indentation}{{";
        var written =
            clause
            + open
            + (isOnOneLine ? " throw; }" : $"{lineBreak}{indentation}    throw;{lineBreak}{indentation}}}");
        if (!text.IsFirstOnLine(caught.SpanStart))
            return TextChanges.Insert(caught.SpanStart, written + " ");
        return caught.GetLeadingTrivia().Any(trivia => trivia.IsDirective)
            ? TextChanges.Insert(caught.SpanStart, written + lineBreak + indentation)
            : TextChanges.Insert(caught.FullSpan.Start, indentation + written + lineBreak);
    }

    static TextChange ThrowAtEnd(BlockSyntax block, SourceText text)
    {
        if (block.Statements.LastOrDefault() is not { } last)
            return new TextChange(
                TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart),
                " throw; "
            );
        if (last is ContinueStatementSyntax)
            return new TextChange(last.Span, "throw;");
        return text.AreOnOneLine(last.Span.End, block.CloseBraceToken.SpanStart)
            ? TextChanges.Insert(last.Span.End, " throw;")
            : TextChanges.Insert(
                last.GetLastToken().EndOfLine(),
                $"{text.LineBreak(last.SpanStart)}{text.Indentation(last.SpanStart)}throw;"
            );
    }
}
