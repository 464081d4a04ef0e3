using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Statements;

/// <summary>Inserts statements at the start of a block and keeps its layout.</summary>
internal static class BlockStart
{
    public static TextChange Insert(BlockSyntax block, IReadOnlyList<string> statements, SourceText text)
    {
        var (open, next) = (block.OpenBraceToken, block.OpenBraceToken.GetNextToken());
        if (text.AreOnOneLine(open.SpanStart, next.SpanStart))
            return TextChanges.Insert(
                open.Span.End,
                $" {string.Join(" ", statements)}{(next.SpanStart == open.Span.End ? " " : "")}"
            );
        var indentation =
            block.Statements.Count > 0 ? text.Indentation(next.SpanStart) : text.Indentation(next.SpanStart) + "    ";
        return TextChanges.Insert(
            open.EndOfLine(),
            string.Concat(statements.Select(statement => text.LineBreak(open.SpanStart) + indentation + statement))
        );
    }
}
