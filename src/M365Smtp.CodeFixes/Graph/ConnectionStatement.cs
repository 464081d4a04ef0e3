using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Graph;

/// <summary>A statement that concerns only the connection.</summary>
internal static class ConnectionStatement
{
    /// <summary>The statement that consists of this call or assignment; null if it is part of something else.</summary>
    public static StatementSyntax? Of(ExpressionSyntax expression)
    {
        SyntaxNode node = expression;
        while (
            node.Parent
                is MemberAccessExpressionSyntax
                    or InvocationExpressionSyntax
                    or AwaitExpressionSyntax
                    or AssignmentExpressionSyntax
        )
            node = node.Parent;
        return node.Parent as ExpressionStatementSyntax;
    }

    /// <summary>Includes enclosing conditions about the connection if nothing else depends on them.</summary>
    public static IReadOnlyList<StatementSyntax> Outermost(IEnumerable<StatementSyntax> statements)
    {
        var gone = statements.Distinct().ToList();
        while (
            gone.Select(Condition)
                .FirstOrDefault(condition => condition is not null && Depends(condition).All(gone.Contains)) is
            { } whole
        )
        {
            gone.RemoveAll(statement => whole.Span.Contains(statement.Span));
            gone.Add(whole);
        }
        return gone;
    }

    /// <summary><c>client.IsConnected</c>, <c>!client.IsConnected || !client.IsAuthenticated</c></summary>
    public static bool IsAboutConnection(ExpressionSyntax condition) =>
        condition switch
        {
            ParenthesizedExpressionSyntax inner => IsAboutConnection(inner.Expression),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => IsAboutConnection(
                not.Operand
            ),
            BinaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression
            } both => IsAboutConnection(both.Left) && IsAboutConnection(both.Right),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsConnected" or "IsAuthenticated" } => true,
            _ => false,
        };

    static IfStatementSyntax? Condition(StatementSyntax statement) =>
        (statement.Parent is BlockSyntax block ? block.Parent : statement.Parent)
            is IfStatementSyntax { Else: null } condition
        && IsAboutConnection(condition.Condition)
            ? condition
            : null;

    static IEnumerable<StatementSyntax> Depends(IfStatementSyntax condition) =>
        condition.Statement is BlockSyntax block ? block.Statements : [condition.Statement];
}
