using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Edits;

/// <summary>Sets a property of a client's subclass at the start of the constructor's body.</summary>
internal static class InConstructor
{
    public static IReadOnlyList<TextChange> Changes(
        Place place,
        ConstructorDeclarationSyntax constructor,
        string property,
        string value
    )
    {
        var statement = $"{property} = {value};";
        return constructor switch
        {
            { Body: { CloseBraceToken.IsMissing: false } body } => Expressions(body).Assigned(property) is { } assigned
                ? [new TextChange(assigned.Span, value)]
                : [BlockStart.Insert(body, [statement], place.Text)],
            { ExpressionBody: { } body, SemicolonToken.IsMissing: false } => new[] { body.Expression }.Assigned(
                property
            )
                is { } assigned
                ? [new TextChange(assigned.Span, value)]
                : AsBody(body, constructor, statement),
            _ => [],
        };
    }

    static IEnumerable<ExpressionSyntax> Expressions(BlockSyntax body) =>
        body.Statements.OfType<ExpressionStatementSyntax>().Select(statement => statement.Expression);

    // A constructor's expression body is always valid as a statement.
    static IReadOnlyList<TextChange> AsBody(
        ArrowExpressionClauseSyntax body,
        ConstructorDeclarationSyntax constructor,
        string statement
    ) =>
        [
            new TextChange(body.ArrowToken.Span, $"{{ {statement}"),
            TextChanges.Insert(constructor.SemicolonToken.Span.End, " }"),
        ];
}
