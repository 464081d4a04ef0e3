using System.Collections.Immutable;
using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.OAuth;

/// <summary>Finds the user name and the password in each form of MailKit's Authenticate.</summary>
internal static class LoginReader
{
    public static Login? Read(IInvocationOperation call, SyntaxNode body, SemanticModel model)
    {
        if (call.Arguments.For("userName") is { } name)
            return
                call.Arguments.For("password") is { } password
                && Encoding(call.Arguments, name, password) is { } encoding
                ? new Login.Pair((InvocationExpressionSyntax)call.Syntax, name, password, encoding)
                : null;
        return (call.Arguments.For("credentials") ?? call.Arguments.For("mechanism")) is not { } given
                ? null
            : given.Expression is BaseObjectCreationExpressionSyntax made ? Created(made, null, model)
            : Local(given.Expression, body, model) is { } local ? Created(local.New, local.Declared, model)
            : IsCredential(given.Expression, model) ? Held(given, given.Expression, model)
            : null;
    }

    static Login? Created(BaseObjectCreationExpressionSyntax made, TypeSyntax? declared, SemanticModel model)
    {
        // 'new(…)' as an argument: the target type would be any mechanism.
        if (made.Initializer is not null || made is ImplicitObjectCreationExpressionSyntax && declared is null)
            return null;
        if (
            model.GetOperation(made)
            is not IObjectCreationOperation
            {
                Type.Name: "NetworkCredential" or "SaslMechanismLogin",
                Arguments: var arguments
            }
        )
            return null;
        if (arguments.For("domain") is not null)
            return null;
        // 'new SaslMechanismLogin(new NetworkCredential(…))'
        if (arguments.For("credentials") is { } given)
            return given.Expression is ObjectCreationExpressionSyntax inner
                ? Created(inner, declared, model) is Login.Creation held
                    ? held with
                    {
                        Around = made,
                    }
                    : null
                : IsCredential(given.Expression, model) && made.Parent is ArgumentSyntax whole
                    ? Held(whole, given.Expression, model)
                    : null;
        return
            arguments.For("userName") is { } name
            && arguments.For("password") is { } password
            && Encoding(arguments, name, password) is { } encoding
            ? new Login.Creation(made, name, password, encoding, declared)
            : null;
    }

    /// <summary>A local that only the call reads.</summary>
    static (BaseObjectCreationExpressionSyntax New, TypeSyntax? Declared)? Local(
        ExpressionSyntax given,
        SyntaxNode body,
        SemanticModel model
    )
    {
        if (model.GetSymbolInfo(given).Symbol is not ILocalSymbol { DeclaringSyntaxReferences: [var reference] } local)
            return null;
        if (
            reference.GetSyntax()
            is not VariableDeclaratorSyntax
            {
                Initializer.Value: BaseObjectCreationExpressionSyntax made,
                Parent: VariableDeclarationSyntax
                {
                    Variables.Count: 1,
                    Type: var type,
                    Parent: LocalDeclarationStatementSyntax statement
                },
            }
        )
            return null;
        if (
            statement.Parent != given.FirstAncestorOrSelf<StatementSyntax>()?.Parent
            && statement.Parent is not GlobalStatementSyntax
        )
            return null;
        return References.Of(local, body, model) is [_]
            ? (made, type.IsVar || type.ToString().EndsWith("SaslMechanism", StringComparison.Ordinal) ? null : type)
            : null;
    }

    /// <summary>
    /// A local or private field created only for this sign-in can be removed if the user name is a constant.
    /// </summary>
    static Login.Held Held(ArgumentSyntax given, ExpressionSyntax credential, SemanticModel model)
    {
        var held = new Login.Held(given, credential, credential + ".UserName");
        var symbol = model.GetSymbolInfo(credential).Symbol;
        if (symbol is not (ILocalSymbol or IFieldSymbol { DeclaredAccessibility: Accessibility.Private }))
            return held;
        if (symbol.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != model.SyntaxTree)
            return held;
        if (
            reference.GetSyntax()
            is not VariableDeclaratorSyntax
            {
                Initializer.Value: BaseObjectCreationExpressionSyntax { Initializer: null } made
            }
        )
            return held;
        if (
            model.GetOperation(made) is not IObjectCreationOperation { Arguments: var arguments }
            || arguments.For("domain") is not null
        )
            return held;
        if (arguments.For("userName") is not { Expression: var user } || !model.GetConstantValue(user).HasValue)
            return held;
        var around = symbol.ContainingType.DeclaringSyntaxReferences is [var type] ? type.GetSyntax() : null;
        return around is not null && References.Of(symbol, around, model) is [_]
            ? held with
            {
                User = user.ToString(),
                IsReadHereAlone = true,
            }
            : held;
    }

    static bool IsCredential(ExpressionSyntax given, SemanticModel model) =>
        given is IdentifierNameSyntax or MemberAccessExpressionSyntax
        && model.GetTypeInfo(given).Type is { Name: "NetworkCredential" };

    /// <summary>
    /// The span to delete for an encoding before the user name; null if name and password are not adjacent.
    /// </summary>
    static TextSpan? Encoding(
        ImmutableArray<IArgumentOperation> arguments,
        ArgumentSyntax name,
        ArgumentSyntax password
    )
    {
        if (name.Parent is not ArgumentListSyntax list)
            return null;
        var (nameAt, passwordAt) = (list.Arguments.IndexOf(name), list.Arguments.IndexOf(password));
        if (Math.Abs(nameAt - passwordAt) != 1)
            return null;
        if (arguments.For("encoding") is not { } encoding)
            return default(TextSpan);
        var first = list.Arguments[Math.Min(nameAt, passwordAt)];
        var span = TextSpan.FromBounds(encoding.SpanStart, Math.Max(first.SpanStart, encoding.SpanStart));
        var holdsComment = list.DescendantTrivia(span)
            .Any(trivia =>
                trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
            );
        return list.Arguments.IndexOf(encoding) == Math.Min(nameAt, passwordAt) - 1 && !holdsComment ? span : null;
    }
}
