using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Graph;

/// <summary>Where a local client is made: <c>using var client = new SmtpClient();</c></summary>
/// <param name="Statement">The declaration or the using statement.</param>
internal sealed record ClientCreation(
    BaseObjectCreationExpressionSyntax New,
    VariableDeclarationSyntax Declaration,
    StatementSyntax Statement
)
{
    // What both clients have.
    static readonly string[] Kept = ["Timeout"];

    /// <summary>Null for any other way to make or keep a client.</summary>
    public static ClientCreation? Of(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences is not [var reference])
            return null;
        if (
            reference.GetSyntax()
            is not VariableDeclaratorSyntax
            {
                Initializer.Value: BaseObjectCreationExpressionSyntax made,
                Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: StatementSyntax statement } declaration,
            }
        )
            return null;
        // A protocol log, or a setting that the transport does not have.
        if (
            made.ArgumentList is { Arguments.Count: > 0 }
            || made.Initializer is { } settings && !settings.Expressions.All(IsKept)
        )
            return null;
        return new(made, declaration, statement);
    }

    /// <param name="transport">The type's name.</param>
    /// <param name="arguments">What it is made of.</param>
    public IEnumerable<TextChange> Changes(string transport, string arguments)
    {
        if (!Declaration.Type.IsVar)
            yield return new TextChange(Declaration.Type.Span, transport);
        if (New is ObjectCreationExpressionSyntax { Type: var type })
            yield return new TextChange(type.Span, transport);
        yield return New.ArgumentList is { } list
            ? new TextChange(list.Span, $"({arguments})")
            : new TextChange(new TextSpan(((ObjectCreationExpressionSyntax)New).Type.Span.End, 0), $"({arguments})");
    }

    static bool IsKept(ExpressionSyntax setting) =>
        setting is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name } }
        && Kept.Contains(name);
}
