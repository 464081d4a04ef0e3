using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Statements;

/// <summary>A removed statement or field, with its comments, which move to the code that replaces it.</summary>
internal sealed record RemovedStatement(TextChange Change, IReadOnlyList<string> Comments)
{
    public static RemovedStatement Of(SyntaxNode statement, SourceText text)
    {
        var (start, end) = (statement.SpanStart, statement.Span.End);
        var comments = new List<string>();
        if (text.IsFirstOnLine(start))
            for (
                var line = text.Lines.IndexOf(start) - 1;
                line >= 0
                    && text.Lines[line].ToString().TrimStart() is var above
                    && above.StartsWith("//", StringComparison.Ordinal);
                line--
            )
            {
                start = text.Lines[line].Start + text.Indentation(text.Lines[line].Start).Length;
                if (!above.StartsWith("///", StringComparison.Ordinal))
                    comments.Insert(0, above.TrimEnd());
            }
        comments.AddRange(Inside(statement));
        if (
            statement.GetTrailingTrivia().LastOrDefault(IsComment) is { RawKind: not 0 } behind
            && text.AreOnOneLine(end, behind.Span.End)
        )
        {
            comments.AddRange(statement.GetTrailingTrivia().Where(IsComment).Select(trivia => trivia.ToString()));
            end = behind.Span.End;
        }
        return new(new TextChange(text.WithItsLines(TextSpan.FromBounds(start, end)), ""), comments);
    }

    // 'client.Credentials = new NetworkCredential(user, // of the vault'; an initializer's stay with the creation.
    static IEnumerable<string> Inside(SyntaxNode statement) =>
        statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Right: var value } }
        && value is not BaseObjectCreationExpressionSyntax { Initializer: { } }
            ? statement.DescendantTrivia(statement.Span).Where(IsComment).Select(trivia => trivia.ToString())
            : [];

    public static bool IsComment(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;
}
