using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Statements;

/// <summary>Inserts a statement right before the one that needs its declaration.</summary>
internal static class OwnStatement
{
    /// <summary>
    /// The statement that encloses an expression, if another can be inserted before it; null otherwise.
    /// </summary>
    /// <param name="allows">Whether the expression may be evaluated before such a statement.</param>
    public static StatementSyntax? StatementAround(ExpressionSyntax expression, Func<StatementSyntax, bool> allows)
    {
        foreach (var node in expression.Ancestors())
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax or ConditionalExpressionSyntax:
                    return null;
                case StatementSyntax statement:
                    return
                        allows(statement)
                        && statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax
                        ? statement
                        : null;
            }
        return null;
    }

    /// <param name="note">A comment to put above it, or empty.</param>
    public static TextChange Before(StatementSyntax statement, string declaration, string note, SourceText text)
    {
        var comment = note.Length == 0 ? "" : Comment(statement, note, text);
        return TextChanges.Insert(statement.SpanStart, $"{comment}{declaration}{Next(statement, text)}");
    }

    /// <summary>A comment above a statement or a member; before it in code on one line.</summary>
    public static string Comment(SyntaxNode code, string note, SourceText text) =>
        (text.IsFirstOnLine(code.SpanStart) ? "// " + note : $"/* {note} */") + Next(code, text);

    static string Next(SyntaxNode code, SourceText text) =>
        text.IsFirstOnLine(code.SpanStart)
            ? text.LineBreak(code.SpanStart) + text.Indentation(code.SpanStart)
            : " ";
}
