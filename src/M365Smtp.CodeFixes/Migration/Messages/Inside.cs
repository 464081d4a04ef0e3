using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>Unwraps an expression.</summary>
internal static class Inside
{
    /// <summary>Strips enclosing parentheses and <c>!</c>.</summary>
    public static ExpressionSyntax Inner(this ExpressionSyntax expression) =>
        expression switch
        {
            ParenthesizedExpressionSyntax parenthesized => parenthesized.Expression.Inner(),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure =>
                sure.Operand.Inner(),
            _ => expression,
        };

    /// <summary>Includes enclosing parentheses and <c>!</c>.</summary>
    public static ExpressionSyntax Outer(this ExpressionSyntax expression) =>
        expression.Parent switch
        {
            ParenthesizedExpressionSyntax parenthesized => parenthesized.Outer(),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure =>
                sure.Outer(),
            _ => expression,
        };
}
