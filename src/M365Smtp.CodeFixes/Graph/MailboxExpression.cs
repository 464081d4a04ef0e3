using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.OAuth;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Graph;

/// <summary>
/// The sending mailbox is the user name of the sign-in, read where the client is created, which is before the sign-in.
/// </summary>
internal static class MailboxExpression
{
    /// <summary>The expression for the user name, or the credential that holds it.</summary>
    public static ExpressionSyntax Of(SignInCall signIn) =>
        signIn.Login switch
        {
            Login.Pair pair => pair.Name.Expression,
            Login.Creation made => made.Name.Expression,
            Login.Held held => held.Credential,
            _ => signIn.Call,
        };

    /// <summary>Whether it has the same value there; the compiler checks that it is declared by then.</summary>
    public static bool CanBeReadEarlier(SignInCall signIn, MailKitUses client, SemanticModel model)
    {
        var isSameMember = Enclosing.Member(client.Creation.New) == signIn.Body;
        return Of(signIn)
            .DescendantNodesAndSelf()
            .All(node =>
                node switch
                {
                    InvocationExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax => false,
                    IdentifierNameSyntax name => model.GetSymbolInfo(name).Symbol switch
                    {
                        ILocalSymbol when !isSameMember => false,
                        IParameterSymbol { ContainingSymbol: not IMethodSymbol { MethodKind: MethodKind.Constructor } }
                            when !isSameMember => false,
                        ILocalSymbol or IParameterSymbol => !IsAssignedBetween(name, signIn, client, model),
                        IFieldSymbol { IsStatic: false } field when !isSameMember => IsSetBefore(field, client, model),
                        _ => true,
                    },
                    _ => true,
                }
            );
    }

    static bool IsAssignedBetween(
        IdentifierNameSyntax variable,
        SignInCall signIn,
        MailKitUses client,
        SemanticModel model
    ) =>
        References
            .Of(model.GetSymbolInfo(variable).Symbol!, signIn.Body, model)
            .Any(use =>
                use.SpanStart > client.Creation.Around.SpanStart
                && use.SpanStart < signIn.Call.SpanStart
                && (
                    use.Parent is AssignmentExpressionSyntax set && set.Left == use
                    || use.Parent is ArgumentSyntax argument && !argument.RefKindKeyword.IsKind(SyntaxKind.None)
                )
            );

    // Never reassigned, not merely after the client was created.
    static bool IsSetBefore(IFieldSymbol field, MailKitUses client, SemanticModel model) =>
        field.IsReadOnly
        && References
            .Of(field, client.Scope, model)
            .Where(name => name.Whole().Parent is AssignmentExpressionSyntax set && set.Left == name.Whole())
            .All(name =>
                name.SpanStart < client.Creation.New.SpanStart
                || Enclosing.Member(client.Creation.New) is MethodDeclarationSyntax
            );
}
