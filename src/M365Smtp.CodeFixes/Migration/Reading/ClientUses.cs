using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Reading;

/// <summary>All uses of a client; if a single one is not understood, nothing is rewritten.</summary>
internal static class ClientUses
{
    public static IReadOnlyList<ClientUse>? Of(ISymbol client, SyntaxNode within, SemanticModel model) =>
        Of(client, within, reader => reader, model);

    /// <param name="named">Returns the expression through which a reader of the symbol names the client; null for
    /// anything else.</param>
    public static IReadOnlyList<ClientUse>? Of(
        ISymbol client,
        SyntaxNode within,
        Func<ExpressionSyntax, ExpressionSyntax?> named,
        SemanticModel model
    )
    {
        var uses = new List<ClientUse>();
        foreach (var name in References.Of(client, within, model))
        {
            if (named(name.Whole()) is not { } expression || Read(expression) is not { } use)
                return null;
            uses.Add(use);
        }
        return uses;
    }

    static ClientUse? Read(ExpressionSyntax client) =>
        client.Parent switch
        {
            MemberAccessExpressionSyntax member when member.Expression == client => OfMember(client, member),
            ConditionalAccessExpressionSyntax
            {
                WhenNotNull: InvocationExpressionSyntax
                {
                    Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Dispose" }
                }
            } access => new ClientUse.Dispose(client, access.Parent as ExpressionStatementSyntax),
            AssignmentExpressionSyntax { Right: BaseObjectCreationExpressionSyntax } assignment
                when assignment.Left == client => new ClientUse.Create(client, assignment),
            AssignmentExpressionSyntax { Right.RawKind: (int)SyntaxKind.NullLiteralExpression }
            or IsPatternExpressionSyntax
            or UsingStatementSyntax => new ClientUse.Neutral(client),
            BinaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression
            } => new ClientUse.Neutral(client),
            LockStatementSyntax statement when statement.Expression == client => new ClientUse.Lock(client),
            ReturnStatementSyntax statement => new ClientUse.Return(client, statement),
            _ => null,
        };

    static ClientUse? OfMember(ExpressionSyntax client, MemberAccessExpressionSyntax member) =>
        (member.Name.Identifier.ValueText, member.Parent) switch
        {
            ("Send" or "SendAsync" or "SendMailAsync", InvocationExpressionSyntax call) => new ClientUse.Send(
                client,
                call
            ),
            ("Dispose", InvocationExpressionSyntax { Parent: var parent }) => new ClientUse.Dispose(
                client,
                parent as ExpressionStatementSyntax
            ),
            (
                "SendCompleted",
                AssignmentExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.AddAssignmentExpression,
                    Right: var handler,
                    Parent: ExpressionStatementSyntax statement
                }
            ) => new ClientUse.Subscribe(client, statement, handler),
            (
                "ClientCertificates",
                MemberAccessExpressionSyntax
                {
                    Name.Identifier.ValueText: "Add",
                    Parent: InvocationExpressionSyntax
                    {
                        ArgumentList.Arguments: [var certificate],
                        Parent: ExpressionStatementSyntax statement
                    }
                }
            ) => new ClientUse.Set(client, new ClientSetting("ClientCertificates", certificate.Expression, statement)),
            (
                var property,
                AssignmentExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
                    Parent: ExpressionStatementSyntax statement
                } assignment
            ) when assignment.Left == member => new ClientUse.Set(
                client,
                new ClientSetting(property, assignment.Right, Alone(statement))
            ),
            _ => null,
        };

    /// <summary>The <c>if</c> that contains nothing else, or the statement.</summary>
    static StatementSyntax Alone(StatementSyntax statement)
    {
        StatementSyntax whole = statement.Parent is BlockSyntax { Statements.Count: 1 } block ? block : statement;
        return whole.Parent is IfStatementSyntax { Else: null } condition ? condition : statement;
    }
}

/// <summary>A use of a client.</summary>
/// <param name="At">The expression that names the client.</param>
internal abstract record ClientUse(ExpressionSyntax At)
{
    /// <summary><c>client.Port = 587;</c> or <c>client.ClientCertificates.Add(certificate);</c></summary>
    internal sealed record Set(ExpressionSyntax At, ClientSetting Setting) : ClientUse(At);

    internal sealed record Send(ExpressionSyntax At, InvocationExpressionSyntax Call) : ClientUse(At);

    /// <summary><c>client.Dispose();</c></summary>
    internal sealed record Dispose(ExpressionSyntax At, StatementSyntax? Statement) : ClientUse(At);

    /// <summary><c>client.SendCompleted += handler;</c></summary>
    internal sealed record Subscribe(ExpressionSyntax At, ExpressionStatementSyntax Statement, ExpressionSyntax Handler)
        : ClientUse(At);

    /// <summary><c>client = new SmtpClient(…)</c></summary>
    internal sealed record Create(ExpressionSyntax At, AssignmentExpressionSyntax Assignment) : ClientUse(At);

    internal sealed record Return(ExpressionSyntax At, ReturnStatementSyntax Statement) : ClientUse(At);

    /// <summary><c>lock (client)</c></summary>
    internal sealed record Lock(ExpressionSyntax At) : ClientUse(At);

    /// <summary>Compared with null, set to null, or the resource of a <c>using</c>.</summary>
    internal sealed record Neutral(ExpressionSyntax At) : ClientUse(At);
}

/// <summary>A value assigned to a property of the client.</summary>
/// <param name="Statement">The assigning statement; null for an argument or an initializer member.</param>
internal sealed record ClientSetting(string Property, ExpressionSyntax Value, StatementSyntax? Statement)
{
    /// <summary>The condition under which it is set.</summary>
    public ExpressionSyntax? Condition => (Statement as IfStatementSyntax)?.Condition;
}
