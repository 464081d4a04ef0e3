using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Migration.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Clients;

/// <summary>A SendCompleted handler that only disposes of the client and of other variables.</summary>
internal sealed record DisposingHandler(
    ExpressionStatementSyntax Subscription,
    IReadOnlyList<LocalDeclarationStatementSyntax> Others
)
{
    /// <summary>Null if the handler does more, or disposes of something that cannot be in a <c>using</c>.</summary>
    public static DisposingHandler? Read(ClientUse.Subscribe subscribed, ILocalSymbol client, SemanticModel model)
    {
        if (subscribed.Handler is not LambdaExpressionSyntax { Body: var body } || !body.Knows(LanguageVersion.CSharp8))
            return null;
        var calls = body is BlockSyntax block
            ? [.. block.Statements.Select(statement => (statement as ExpressionStatementSyntax)?.Expression)]
            : new[] { body as ExpressionSyntax };
        var others = new List<LocalDeclarationStatementSyntax>();
        foreach (var call in calls)
        {
            if (
                call
                is not InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax
                    {
                        Name.Identifier.ValueText: "Dispose",
                        Expression: IdentifierNameSyntax name
                    }
                }
            )
                return null;
            if (
                model.GetSymbolInfo(name).Symbol
                is not ILocalSymbol { DeclaringSyntaxReferences: [var reference] } local
            )
                return null;
            if (SymbolEqualityComparer.Default.Equals(local, client))
                continue;
            if (
                reference.GetSyntax()
                is not VariableDeclaratorSyntax
                {
                    Initializer: not null,
                    Parent: VariableDeclarationSyntax
                    {
                        Variables.Count: 1,
                        Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } declared
                    }
                }
            )
                return null;
            if (declared.Function() != subscribed.Statement.Function())
                return null;
            others.Add(declared);
        }
        return new(subscribed.Statement, others);
    }
}
