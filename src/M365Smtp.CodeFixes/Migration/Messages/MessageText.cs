using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>Texts that the two libraries treat differently: null, and those in another encoding than UTF-8.</summary>
internal static class MessageText
{
    /// <summary>
    /// The expression, with <c>?? ""</c> if it may be null: System.Net.Mail treats that as empty; MimeKit throws.
    /// </summary>
    public static string OrEmpty(ExpressionSyntax value, SemanticModel model)
    {
        if (model.GetConstantValue(value) is { HasValue: true, Value: null })
            return "\"\"";
        if (!MayBeNull(value, model))
            return value.ToString();
        var isOperand =
            value
            is IdentifierNameSyntax
                or MemberAccessExpressionSyntax
                or InvocationExpressionSyntax
                or ElementAccessExpressionSyntax
                or ConditionalAccessExpressionSyntax
                or ParenthesizedExpressionSyntax
                or AwaitExpressionSyntax
                or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression };
        return (isOperand ? value.ToString() : $"({value})") + " ?? \"\"";
    }

    /// <summary>Whether it is 7bit without encoding, as far as the code shows.</summary>
    public static bool IsAscii(ExpressionSyntax value, SemanticModel model) =>
        model.GetConstantValue(value) is { HasValue: true, Value: var constant }
        && (constant as string ?? "").All(letter => letter < 128);

    /// <summary>Whether an encoding is the one that MimeKit uses by default and declares.</summary>
    public static bool IsUtf8(ExpressionSyntax value, SemanticModel model) =>
        model.GetSymbolInfo(value.Inner()).Symbol switch
        {
            IPropertySymbol { Name: "UTF8", ContainingType.Name: "Encoding" } => true,
            IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.Name: "UTF8Encoding" } => true,
            IMethodSymbol { Name: "GetEncoding", ContainingType.Name: "Encoding" } => value.Inner()
                is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var name }] }
                && model.GetConstantValue(name).Value is 65001 or "utf-8" or "UTF-8",
            _ => false,
        };

    static bool MayBeNull(ExpressionSyntax value, SemanticModel model)
    {
        if (
            value
            is LiteralExpressionSyntax
                or InterpolatedStringExpressionSyntax
                or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }
        )
            return false;
        if (model.GetConstantValue(value).HasValue)
            return false;
        var nullability = model.GetTypeInfo(value).Nullability;
        if (nullability.FlowState != NullableFlowState.None)
            return nullability.FlowState == NullableFlowState.MaybeNull;
        return model.GetSymbolInfo(value).Symbol switch
        {
            IMethodSymbol { Name: "ToString" } => false,
            IMethodSymbol method => method.ReturnNullableAnnotation != NullableAnnotation.NotAnnotated,
            IPropertySymbol property => property.NullableAnnotation != NullableAnnotation.NotAnnotated,
            IFieldSymbol field => field.NullableAnnotation != NullableAnnotation.NotAnnotated,
            _ => true,
        };
    }
}
