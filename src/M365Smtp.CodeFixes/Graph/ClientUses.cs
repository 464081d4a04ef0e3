using M365Smtp.CodeFixes.Edits;
using M365Smtp.CodeFixes.OAuth;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Graph;

/// <summary>What a member does with a local client, sorted by what becomes of it.</summary>
/// <param name="Gone">Statements of connect, sign-in, disconnect, and settings of the connection.</param>
/// <param name="Kept">All other uses of the client.</param>
internal sealed record ClientUses(
    ILocalSymbol Local,
    ClientCreation Creation,
    IReadOnlyList<StatementSyntax> Gone,
    IReadOnlyList<IdentifierNameSyntax> Kept,
    IReadOnlyList<TextChange> Removals
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

    // Of the connection, which the transport does not have.
    static readonly string[] Settings =
    [
        "ServerCertificateValidationCallback",
        "CheckCertificateRevocation",
        "SslProtocols",
        "LocalDomain",
        "RequireTLS",
    ];

    static readonly string[] Members = ["Timeout", "MessageSent", "IsConnected", "IsAuthenticated", "SyncRoot"];

    /// <summary>Null where the client is none of this member alone, or does what the transport does not.</summary>
    public static ClientUses? Of(SignInCall signIn, SemanticModel model, SourceText text)
    {
        if (
            model.GetSymbolInfo(signIn.Client).Symbol is not ILocalSymbol local
            || ClientCreation.Of(local) is not { } creation
        )
            return null;
        var (gone, kept) = (new List<StatementSyntax>(), new List<IdentifierNameSyntax>());
        var signIns = 0;
        foreach (var use in Readers.Of(local, signIn.Body, model))
        {
            if (use.Parent is ArgumentSyntax)
                kept.Add(use);
            else if (
                use.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } member
                || member.Expression != use
            )
                return null;
            else if (Connection.Contains(name) || IsSetting(member, name))
            {
                if (name.StartsWith("Authenticate", StringComparison.Ordinal))
                    signIns++;
                if (OwnStatementOf(member) is not { } statement)
                    return null;
                gone.Add(statement);
            }
            else if (Calls.Contains(name) && member.Parent is InvocationExpressionSyntax || Members.Contains(name))
                kept.Add(use);
            else
                return null;
        }
        // Two sign-ins: which mailbox sends, nobody knows.
        if (signIns != 1)
            return null;
        // 'if (client.IsConnected) client.Disconnect(true);' goes whole.
        kept.RemoveAll(use => gone.Any(statement => statement.Span.Contains(use.Span)));
        return RemovalsOf(gone, text) is { } removals ? new(local, creation, gone, kept, removals) : null;
    }

    static bool IsSetting(MemberAccessExpressionSyntax member, string name) =>
        member.Parent switch
        {
            AssignmentExpressionSyntax set when set.Left == member => Settings.Contains(name),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Remove" or "Clear" } => name
                == "AuthenticationMechanisms",
            _ => false,
        };

    /// <summary>
    /// The statement that is this call or assignment and nothing else, with a condition about the connection around
    /// it.
    /// </summary>
    static StatementSyntax? OwnStatementOf(ExpressionSyntax expression)
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
        if (node.Parent is not ExpressionStatementSyntax statement)
            return null;
        StatementSyntax whole = statement;
        if (whole.Parent is BlockSyntax { Statements.Count: 1, Parent: IfStatementSyntax } block)
            whole = block;
        if (whole.Parent is not IfStatementSyntax condition)
            return statement;
        return
            condition is { Else: null, Parent: BlockSyntax or GlobalStatementSyntax }
            && IsAboutConnection(condition.Condition)
            ? condition
            : null;
    }

    static bool IsAboutConnection(ExpressionSyntax condition)
    {
        if (
            condition is PrefixUnaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.LogicalNotExpression,
                Operand: var operand
            }
        )
            condition = operand;
        return condition
            is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsConnected" or "IsAuthenticated" };
    }

    /// <summary>Null where something would be left of which nobody can make sense: a try with nothing in it.</summary>
    static List<TextChange>? RemovalsOf(List<StatementSyntax> gone, SourceText text)
    {
        var removals = new List<TextChange>();
        foreach (var group in gone.Distinct().GroupBy(statement => statement.Parent))
        {
            if (
                group.Key is BlockSyntax { Parent: FinallyClauseSyntax { Parent: TryStatementSyntax whole } last } block
                && block.Statements.Count == group.Count()
            )
            {
                if (whole.Catches.Count == 0)
                    return null;
                removals.Add(
                    new TextChange(
                        TextSpan.FromBounds(last.FinallyKeyword.GetPreviousToken().Span.End, last.Span.End),
                        ""
                    )
                );
                continue;
            }
            if (
                group.Key is BlockSyntax { Parent: TryStatementSyntax or CatchClauseSyntax } emptied
                && emptied.Statements.Count == group.Count()
            )
                return null;
            if (group.Key is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax))
                return null;
            removals.AddRange(group.Select(statement => new TextChange(text.WithItsLines(statement.Span), "")));
        }
        return removals;
    }
}
