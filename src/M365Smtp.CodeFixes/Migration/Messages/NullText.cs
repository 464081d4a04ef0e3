using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>System.Net.Mail treats a null text as empty; MimeKit throws.</summary>
internal static class NullText
{
    /// <summary>The expression, with <c>?? ""</c> if it may be null.</summary>
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
