using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.OAuth;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Graph;

/// <summary>The uses of a client, sorted by what becomes of each.</summary>
/// <param name="Scope">The member that contains a local; the type that contains a field.</param>
/// <param name="Gone">Statements that connect, sign in, disconnect or set up the connection; methods that do nothing
/// else.</param>
/// <param name="Kept">All other uses of the client.</param>
internal sealed record MailKitUses(
    ISymbol Client,
    SyntaxNode Scope,
    MailKitCreation Creation,
    IReadOnlyList<SyntaxNode> Gone,
    IReadOnlyList<ExpressionSyntax> Kept
)
{
    static readonly string[] Connection =
    [
        "Connect",
        "ConnectAsync",
        "Authenticate",
        "AuthenticateAsync",
        "Disconnect",
        "DisconnectAsync",
    ];

    static readonly string[] Calls = ["Send", "SendAsync", "NoOp", "NoOpAsync", "Dispose"];

    // Connection members that the transport lacks.
    static readonly string[] Settings =
    [
        "ServerCertificateValidationCallback",
        "CheckCertificateRevocation",
        "SslProtocols",
        "LocalDomain",
        "RequireTLS",
    ];

    static readonly string[] Members = ["Timeout", "MessageSent", "IsConnected", "IsAuthenticated", "SyncRoot"];

    /// <summary>Calls that send, and calls that may, as the client is passed to them.</summary>
    public IReadOnlyList<SyntaxNode> Sends =>
        [.. Kept.Select(use => use.FirstAncestorOrSelf<InvocationExpressionSyntax>()).OfType<SyntaxNode>().Distinct()];

    /// <summary>Null if other code may use the client, or if the client does something the transport cannot.</summary>
    public static MailKitUses? Of(SignInCall signIn, SemanticModel model)
    {
        var client = model.GetSymbolInfo(signIn.Client).Symbol;
        if (
            client is null
            || ScopeOf(client, signIn) is not { } scope
            || MailKitCreation.Of(client, scope, model) is not { } creation
        )
            return null;
        var (gone, signIns) = (new List<StatementSyntax>(), 0);
        var uses = References.Of(client, scope, model).Select(name => name.Whole()).ToList();
        foreach (var use in uses.Where(use => !IsKept(use, creation)))
        {
            if (
                use.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } member
                || !Connection.Contains(name) && !IsSetting(member, name)
                || ConnectionStatement.Of(member) is not { } statement
            )
                return null;
            gone.Add(statement);
            if (name.StartsWith("Authenticate", StringComparison.Ordinal))
                signIns++;
        }
        // With two sign-ins the sending mailbox is unknown.
        if (signIns != 1)
            return null;
        var whole = ConnectionStatement.Outermost(gone);
        whole = [.. whole.Except(AwaitedAlone(whole))];
        // 'if (client.IsConnected) client.Disconnect(true);' is removed as a whole.
        uses.RemoveAll(use => whole.Any(statement => statement.Span.Contains(use.Span)));
        var sorted = new MailKitUses(client, scope, creation, whole, uses);
        return client is IFieldSymbol ? ConnectionMethods.Without(sorted, model) : sorted;
    }

    // An async method needs an await, and disconnecting the transport does nothing.
    static IEnumerable<StatementSyntax> AwaitedAlone(IReadOnlyList<StatementSyntax> gone) =>
        from function in gone.GroupBy(statement => statement.Function())
        where Awaits(function.Key).All(await => function.Any(statement => statement.Span.Contains(await.Span)))
        from statement in function
        where Awaits(statement).Any(await => await.ToString().Contains(".DisconnectAsync("))
        select statement;

    static IEnumerable<AwaitExpressionSyntax> Awaits(SyntaxNode code) =>
        code.DescendantNodes().OfType<AwaitExpressionSyntax>();

    // Code elsewhere may connect a field that it can name.
    static SyntaxNode? ScopeOf(ISymbol client, SignInCall signIn) =>
        client switch
        {
            ILocalSymbol => signIn.Body,
            IFieldSymbol { DeclaredAccessibility: Accessibility.Private } field
                when field.ContainingType.DeclaringSyntaxReferences is [var type]
                    && type.SyntaxTree == signIn.Call.SyntaxTree => type.GetSyntax(),
            _ => null,
        };

    static bool IsKept(ExpressionSyntax use, MailKitCreation creation) =>
        use.Parent switch
        {
            ArgumentSyntax or LockStatementSyntax => true,
            AssignmentExpressionSyntax set => set.Left == use
                && (set.Right == creation.New || set.Right.IsKind(SyntaxKind.NullLiteralExpression)),
            BinaryExpressionSyntax compared => compared.Left.IsKind(SyntaxKind.NullLiteralExpression)
                || compared.Right.IsKind(SyntaxKind.NullLiteralExpression),
            IsPatternExpressionSyntax { Pattern: var pattern } => pattern.ToString() is "null" or "not null" or "{ }",
            PostfixUnaryExpressionSyntax bang => bang.Parent is ArgumentSyntax,
            ConditionalAccessExpressionSyntax
            {
                WhenNotNull: InvocationExpressionSyntax
                {
                    Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name }
                }
            } => Calls.Contains(name),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } member => Calls.Contains(name)
                    && member.Parent is InvocationExpressionSyntax
                || Members.Contains(name),
            _ => false,
        };

    static bool IsSetting(MemberAccessExpressionSyntax member, string name) =>
        member.Parent switch
        {
            AssignmentExpressionSyntax set when set.Left == member => Settings.Contains(name),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Remove" or "Clear" } => name
                == "AuthenticationMechanisms",
            _ => false,
        };
}
