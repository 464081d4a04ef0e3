using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Code;

/// <summary>Expressions with and without what surrounds them: <c>this.</c>, parentheses and <c>!</c>.</summary>
internal static class WrappedExpressions
{
    /// <summary><c>client</c>, or the enclosing <c>this.client</c>.</summary>
    public static ExpressionSyntax Whole(this IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member && member.Name == name
            ? member
            : name;

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
