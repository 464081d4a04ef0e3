using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.OAuth;

/// <summary>Handles a password that the sign-in no longer reads.</summary>
/// <param name="Removal">Removes the local, const or private field that held it only for the sign-in.</param>
/// <param name="Note">Tells what had to stay, or is empty.</param>
internal sealed record UnusedSecret(IReadOnlyList<TextChange> Removal, string Note)
{
    static readonly UnusedSecret Nothing = new([], "");

    // Methods that only look something up; any other call may do more.
    static readonly string[] LookUps =
    [
        "GetEnvironmentVariable",
        "GetValue",
        "GetSection",
        "GetRequiredSection",
        "nameof",
    ];

    public static UnusedSecret Of(SignInCall signIn, SemanticModel model, SourceText text) =>
        signIn.Login switch
        {
            Login.Held { IsReadHereAlone: false, Secret: var held } => Nothing with
            {
                Note = $"The password in '{held}' is no longer used.",
            },
            var login => Follow(login.Secret, signIn.Body, model, text),
        };

    static UnusedSecret Follow(ExpressionSyntax secret, SyntaxNode body, SemanticModel model, SourceText text)
    {
        while (
            secret
                is PostfixUnaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.SuppressNullableWarningExpression,
                Operand: var operand
            }
        )
            secret = operand;
        if (secret is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }))
            return Nothing;
        return model.GetSymbolInfo(secret).Symbol switch
        {
            IParameterSymbol parameter => OfParameter(parameter, model),
            ILocalSymbol local => OfLocal(local, body, model, text),
            IFieldSymbol { DeclaredAccessibility: Accessibility.Private } field => OfField(field, body, model, text),
            _ => Nothing,
        };
    }

    static UnusedSecret OfParameter(IParameterSymbol parameter, SemanticModel model) =>
        parameter.ContainingSymbol.DeclaringSyntaxReferences is [var declared]
        && declared.GetSyntax() is var owner
        && owner.SyntaxTree == model.SyntaxTree
        && References.Of(parameter, owner, model) is [_]
            ? Nothing with
            {
                Note = $"The parameter '{parameter.Name}' is no longer used.",
            }
            : Nothing;

    static UnusedSecret OfLocal(ILocalSymbol local, SyntaxNode body, SemanticModel model, SourceText text)
    {
        if (References.Of(local, body, model) is not [_] || local.DeclaringSyntaxReferences is not [var reference])
            return Nothing;
        if (reference.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: var value } declarator)
            return Nothing;
        if (!Declarator.IsRemovable(declarator))
            return Nothing;
        if (!OnlyLooksUp(value))
            return Nothing with { Note = $"'{local.Name}' is no longer used." };
        var origin = Follow(value, body, model, text);
        return origin with { Removal = [.. origin.Removal, .. Declarator.Without(declarator, text)] };
    }

    static UnusedSecret OfField(IFieldSymbol field, SyntaxNode body, SemanticModel model, SourceText text)
    {
        if (
            field.ContainingType.DeclaringSyntaxReferences is not [var type]
            || field.DeclaringSyntaxReferences is not [var reference]
        )
            return Nothing;
        if (reference.GetSyntax() is not VariableDeclaratorSyntax { Initializer: var initializer } declarator)
            return Nothing;
        if (!Declarator.IsRemovable(declarator) || initializer is not null && !OnlyLooksUp(initializer.Value))
            return Nothing;
        var readers = References.Of(field, type.GetSyntax(), model);
        var assignments = readers.Select(AssignmentTo).OfType<AssignmentExpressionSyntax>().ToList();
        if (
            readers.Count != assignments.Count + 1
            || !assignments.All(assignment =>
                assignment.Parent is ExpressionStatementSyntax { Parent: BlockSyntax } && OnlyLooksUp(assignment.Right)
            )
        )
            return Nothing;
        var origins = assignments
            .Select(assignment => Follow(assignment.Right, Enclosing.Member(assignment), model, text))
            .ToList();
        return new UnusedSecret(
            [
                .. Declarator.Without(declarator, text),
                .. assignments.Select(assignment => Delete(assignment.Parent!, text)),
                .. origins.SelectMany(origin => origin.Removal),
            ],
            origins.Select(origin => origin.Note).FirstOrDefault(note => note.Length > 0) ?? ""
        );
    }

    static AssignmentExpressionSyntax? AssignmentTo(IdentifierNameSyntax name)
    {
        ExpressionSyntax target = name.Parent
            is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member
            ? member
            : name;
        return
            target.Parent
                is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
            && assignment.Left == target
            ? assignment
            : null;
    }

    internal static bool OnlyLooksUp(ExpressionSyntax value) =>
        value
            .DescendantNodesAndSelf()
            .All(node =>
                node switch
                {
                    InvocationExpressionSyntax
                    {
                        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }
                    } => LookUps.Contains(name),
                    InvocationExpressionSyntax
                    or AwaitExpressionSyntax
                    or AnonymousFunctionExpressionSyntax
                    or AssignmentExpressionSyntax => false,
                    _ => true,
                }
            );

    static TextChange Delete(SyntaxNode node, SourceText text) => new(text.WithItsLine(node.Span), "");
}
