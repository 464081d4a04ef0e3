using M365Smtp.CodeFixes.Migration.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Clients;

/// <summary>The private member in which a class keeps its client.</summary>
/// <param name="IsLazy">Whether it holds a <c>Lazy&lt;SmtpClient&gt;</c>.</param>
/// <param name="IsMadeAnew">Whether each read of the property creates a client.</param>
internal sealed record ClientHolder(
    ISymbol Symbol,
    MemberDeclarationSyntax Declaration,
    TypeDeclarationSyntax Owner,
    bool IsLazy,
    bool IsMadeAnew
)
{
    public static ClientHolder? Of(ClientCreation creation, SemanticModel model)
    {
        var made = creation.New.Parent switch
        {
            LambdaExpressionSyntax
            {
                Parent: ArgumentSyntax
                {
                    Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: BaseObjectCreationExpressionSyntax lazy }
                }
            } when model.GetTypeInfo(lazy).Type is { Name: "Lazy", ContainingNamespace.Name: "System" } => lazy,
            _ => creation.New,
        };
        var member = made.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax or PropertyDeclarationSyntax } value =>
                model.GetDeclaredSymbol(value.Parent!),
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => model.GetDeclaredSymbol(
                property
            ),
            AssignmentExpressionSyntax assignment when assignment.Right == made => model
                .GetSymbolInfo(assignment.Left)
                .Symbol,
            _ => null,
        };
        if (
            member is not (IFieldSymbol or IPropertySymbol)
            || member.DeclaredAccessibility != Accessibility.Private
            || member.DeclaringSyntaxReferences is not [var reference]
        )
            return null;
        var declaration = reference.GetSyntax() switch
        {
            VariableDeclaratorSyntax
            {
                Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field }
            } => field,
            PropertyDeclarationSyntax property => (MemberDeclarationSyntax)property,
            _ => null,
        };
        if (declaration?.Parent is not TypeDeclarationSyntax owner || owner.SyntaxTree != creation.New.SyntaxTree)
            return null;
        return IsNamedIn(owner, member)
            ? new(member, declaration, owner, made != creation.New, made.Parent is ArrowExpressionClauseSyntax)
            : null;
    }

    /// <summary>The expression through which a reader of the member names the client.</summary>
    public ExpressionSyntax? Client(ExpressionSyntax reader) =>
        !IsLazy ? reader
        : reader.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } value
        && value.Expression == reader
            ? value
        : null;

    /// <summary>True if no other part of the type names it.</summary>
    static bool IsNamedIn(TypeDeclarationSyntax owner, ISymbol member) =>
        member.ContainingType.DeclaringSyntaxReferences.All(part =>
            part.SyntaxTree == owner.SyntaxTree && part.Span == owner.Span
            || part.GetSyntax().DescendantTokens().All(token => token.ValueText != member.Name)
        );
}
