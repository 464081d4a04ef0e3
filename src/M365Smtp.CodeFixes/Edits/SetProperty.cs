using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Edits;

/// <summary>
/// Sets a property where the object is created: in its initializer, or at the start of a constructor that calls its
/// base.
/// </summary>
internal static class SetProperty
{
    public static IReadOnlyList<TextChange> Changes(Place place, string property, string value) =>
        place.Token.Parent switch
        {
            BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => InInitializer.Changes(
                place,
                initializer,
                property,
                value
            ),
            BaseObjectCreationExpressionSyntax { ArgumentList.CloseParenToken: { IsMissing: false } end } =>
            [
                TextChanges.Insert(end.Span.End, $" {{ {property} = {value} }}"),
            ],
            ConstructorInitializerSyntax { Parent: ConstructorDeclarationSyntax constructor } => InConstructor.Changes(
                place,
                constructor,
                property,
                value
            ),
            _ => [],
        };

    /// <summary>The value assigned to the property in one of these expressions, or null.</summary>
    public static ExpressionSyntax? Assigned(this IEnumerable<ExpressionSyntax> expressions, string property) =>
        expressions
            .OfType<AssignmentExpressionSyntax>()
            .LastOrDefault(assignment =>
                assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && Name(assignment.Left) == property
            )
            ?.Right;

    static string? Name(ExpressionSyntax target) =>
        target switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax } member => member
                .Name
                .Identifier
                .ValueText,
            _ => null,
        };
}
