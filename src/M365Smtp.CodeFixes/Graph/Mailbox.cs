using M365Smtp.CodeFixes.OAuth;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Graph;

/// <summary>
/// The mailbox that sends is the login, which is read where the client is made: earlier than the sign-in.
/// </summary>
internal static class Mailbox
{
    /// <summary>The expression that gives the user name, or the credential that holds it.</summary>
    public static ExpressionSyntax Of(SignInCall signIn) =>
        signIn.Login switch
        {
            Login.Pair pair => pair.Name.Expression,
            Login.Creation made => made.Name.Expression,
            Login.Held held => held.Credential,
            _ => signIn.Call,
        };

    /// <summary>Whether it has the same value there; that it is declared by then, the compiler tells.</summary>
    public static bool CanBeReadEarlier(SignInCall signIn, ClientUses client, SemanticModel model) =>
        Of(signIn)
            .DescendantNodesAndSelf()
            .All(node =>
                node switch
                {
                    InvocationExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax => false,
                    IdentifierNameSyntax name
                        when model.GetSymbolInfo(name).Symbol is ILocalSymbol or IParameterSymbol => !IsAssignedBetween(
                        model.GetSymbolInfo(name).Symbol!,
                        signIn,
                        client,
                        model
                    ),
                    _ => true,
                }
            );

    static bool IsAssignedBetween(ISymbol variable, SignInCall signIn, ClientUses client, SemanticModel model) =>
        Readers
            .Of(variable, signIn.Body, model)
            .Any(use =>
                use.SpanStart > client.Creation.Statement.SpanStart
                && use.SpanStart < signIn.Call.SpanStart
                && (
                    use.Parent is AssignmentExpressionSyntax set && set.Left == use
                    || use.Parent is ArgumentSyntax argument && !argument.RefKindKeyword.IsKind(SyntaxKind.None)
                )
            );
}
