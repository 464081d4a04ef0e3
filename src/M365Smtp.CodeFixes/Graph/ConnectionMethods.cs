using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Graph;

/// <summary>Private methods that only connect and sign in: they are removed together with their calls.</summary>
internal static class ConnectionMethods
{
    /// <summary>Null if removal would leave a method without purpose.</summary>
    public static MailKitUses? Without(MailKitUses client, SemanticModel model)
    {
        var gone = client.Gone.ToList();
        foreach (var method in client.Scope.DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            if (method.Body is not { Statements: { Count: > 0 } statements } || !statements.Any(gone.Contains))
                continue;
            if (!statements.All(statement => gone.Contains(statement) || IsGuard(statement)))
                continue;
            if (
                model.GetDeclaredSymbol(method)
                is not IMethodSymbol
                {
                    DeclaredAccessibility: Accessibility.Private,
                    ExplicitInterfaceImplementations.Length: 0
                } symbol
            )
                return null;
            var calls = References.Of(symbol, client.Scope, model).Select(ConnectionStatement.Of).ToList();
            if (calls.Contains(null))
                return null;
            gone.RemoveAll(statement => method.Span.Contains(statement.Span));
            gone.Add(method);
            gone.AddRange(ConnectionStatement.Outermost(calls.OfType<StatementSyntax>()));
        }
        return client with
        {
            Gone = gone,
            Kept = [.. client.Kept.Where(use => !gone.Any(node => node.Span.Contains(use.Span)))],
        };
    }

    // 'if (client.IsConnected) return;'
    static bool IsGuard(StatementSyntax statement) =>
        statement is IfStatementSyntax { Else: null, Condition: var condition, Statement: var then }
        && ConnectionStatement.IsAboutConnection(condition)
        && (then is BlockSyntax { Statements: [var only] } ? only : then) is ReturnStatementSyntax;
}
