using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Sending;

/// <summary>
/// <c>return client.SendMailAsync(message);</c> becomes an awaited call in an async method, as more statements follow
/// it.
/// </summary>
internal static class ReturnedTask
{
    /// <summary>Nothing if no task is returned; null if the method cannot await.</summary>
    public static IReadOnlyList<TextChange>? Changes(SendRegion region, SemanticModel model)
    {
        if (!region.Sends.Any(send => send.IsReturnedTask))
            return [];
        if (region.Sends is not [var send])
            return null;
        var (modifiers, returns) = send.Function switch
        {
            MethodDeclarationSyntax method => (method.Modifiers, method.ReturnType),
            LocalFunctionStatementSyntax local => (local.Modifiers, local.ReturnType),
            _ => default((SyntaxTokenList, TypeSyntax)),
        };
        if (
            returns is null
            || modifiers.Any(SyntaxKind.AsyncKeyword)
            || model.GetTypeInfo(returns).Type is not INamedTypeSymbol { Name: "Task", IsGenericType: false }
        )
            return null;
        var async = TextChanges.Insert(returns.SpanStart, "async ");
        if (send.Whole.Parent is ArrowExpressionClauseSyntax)
            return [async, TextChanges.Insert(send.Whole.SpanStart, "await ")];
        return
            send.Whole.Parent is ReturnStatementSyntax returned
            && IsLast(returned, send.Function)
            && Others(returned, send.Function) is { } others
            ? [async, new TextChange(returned.ReturnKeyword.Span, "await"), .. others]
            : null;
    }

    static bool IsLast(StatementSyntax statement, SyntaxNode function) =>
        statement.Parent is BlockSyntax block
        && block.Statements.Last() == statement
        && (block.Parent == function || block.Parent is StatementSyntax outer && IsLast(outer, function));

    /// <summary><c>return Task.CompletedTask;</c></summary>
    static IReadOnlyList<TextChange>? Others(ReturnStatementSyntax returned, SyntaxNode function)
    {
        var others = function
            .DescendantNodes(node =>
                node == function || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
            )
            .OfType<ReturnStatementSyntax>()
            .Where(other => other != returned)
            .ToList();
        return others.All(other => other.Expression?.ToString() == "Task.CompletedTask")
            ?
            [
                .. others.Select(other => new TextChange(
                    TextSpan.FromBounds(other.ReturnKeyword.Span.End, other.SemicolonToken.SpanStart),
                    ""
                )),
            ]
            : null;
    }
}
