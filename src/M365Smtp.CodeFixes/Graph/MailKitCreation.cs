using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Graph;

/// <summary>The single place that creates a client: <c>using var client = new SmtpClient();</c></summary>
/// <param name="Type">The declared type of the local or the field.</param>
internal sealed record MailKitCreation(BaseObjectCreationExpressionSyntax New, TypeSyntax Type)
{
    // Members that both clients have.
    static readonly string[] Kept = ["Timeout"];

    /// <summary>The enclosing statement or member.</summary>
    public SyntaxNode Around =>
        New.FirstAncestorOrSelf<SyntaxNode>(outer => outer is StatementSyntax or MemberDeclarationSyntax)!;

    /// <summary>Null if the client is created or stored in any other way.</summary>
    /// <param name="scope">All code that can name the local or the field.</param>
    public static MailKitCreation? Of(ISymbol client, SyntaxNode scope, SemanticModel model)
    {
        if (
            client.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax()
                is not VariableDeclaratorSyntax
                {
                    Parent: VariableDeclarationSyntax { Variables.Count: 1, Type: var type }
                } declarator
        )
            return null;
        var values = Assigned(client, scope, model);
        if (declarator.Initializer is { Value: var initial })
            values = values.Prepend(initial);
        // 'client = null' creates none.
        if (
            values.Where(value => !value.IsKind(SyntaxKind.NullLiteralExpression)).ToList()
                is not [BaseObjectCreationExpressionSyntax made]
            || !IsKept(made)
        )
            return null;
        return new(made, type);
    }

    /// <param name="transport">The name of the transport type.</param>
    /// <param name="arguments">The arguments of its constructor.</param>
    public IEnumerable<TextChange> Changes(string transport, string arguments)
    {
        var declared = Type is NullableTypeSyntax maybe ? maybe.ElementType : Type;
        if (!declared.IsVar)
            yield return new TextChange(declared.Span, transport);
        if (New is ObjectCreationExpressionSyntax { Type: var type })
            yield return new TextChange(type.Span, transport);
        yield return New.ArgumentList is { } list
            ? new TextChange(list.Span, $"({arguments})")
            : new TextChange(new TextSpan(((ObjectCreationExpressionSyntax)New).Type.Span.End, 0), $"({arguments})");
    }

    static IEnumerable<ExpressionSyntax> Assigned(ISymbol client, SyntaxNode scope, SemanticModel model) =>
        from name in References.Of(client, scope, model)
        let whole = name.Whole()
        let assignment = whole.Parent as AssignmentExpressionSyntax
        where assignment?.Left == whole
        select assignment.Right;

    // Not if there is a protocol log or a setting that the transport lacks.
    static bool IsKept(BaseObjectCreationExpressionSyntax made) =>
        made.ArgumentList is not { Arguments.Count: > 0 }
        && (made.Initializer is not { } settings || settings.Expressions.All(IsKept));

    static bool IsKept(ExpressionSyntax setting) =>
        setting is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name } }
        && Kept.Contains(name);
}
