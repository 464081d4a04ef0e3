using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Reading;

/// <summary>Whether values mean the same where the client is set up and where it is connected.</summary>
internal static class Unchanged
{
    public static bool Between(
        ClientCreation creation,
        IReadOnlyList<ClientSetting> set,
        SyntaxNode end,
        SemanticModel model
    )
    {
        var values = creation
            .Settings.Select(setting => (setting.Value, At: creation.New.SpanStart))
            .Concat(set.Select(setting => (setting.Value, At: setting.Statement!.SpanStart)));
        var variables = values
            .SelectMany(value => Variables(value.Value, model).Select(variable => (variable, value.At)))
            .ToList();
        return variables.Count == 0
            || !end.Function()
                .DescendantNodes()
                .Any(node =>
                    Target(node) is { } target
                    && node.SpanStart < end.SpanStart
                    && variables.Any(variable =>
                        variable.At < node.SpanStart
                        && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(target).Symbol, variable.variable)
                    )
                );
    }

    static IEnumerable<ISymbol> Variables(ExpressionSyntax value, SemanticModel model) =>
        value
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Select(name => model.GetSymbolInfo(name).Symbol)
            .OfType<ISymbol>()
            .Where(symbol => symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol);

    static ExpressionSyntax? Target(SyntaxNode node) =>
        node switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left,
            PrefixUnaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression
            } step => step.Operand,
            PostfixUnaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression
            } step => step.Operand,
            ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None } argument => argument.Expression,
            _ => null,
        };
}
