using M365Smtp.Analyzers.Extraction.Flow;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Code;

/// <summary>
/// Literals that are the whole initializer of a field or property, read from the syntax: asking for their operation
/// would rebind them.
/// </summary>
internal static class Literals
{
    /// <summary>The literal that initializes a member; null for every other member.</summary>
    public static Value.Constant? Of(ISymbol member, Compilation compilation, CancellationToken cancel)
    {
        foreach (var reference in Declarations.Of(member, compilation))
        {
            var declaration = reference.GetSyntax(cancel);
            // Visual Basic attaches the initializer to the declarator, the parent of the name.
            foreach (var place in declaration.ChildNodes().Concat(declaration.Parent?.ChildNodes() ?? []))
                if (In(place, member) is { } found)
                    return found;
        }
        return null;
    }

    /// <summary>The literal that is the member's whole initializer; null for anything else.</summary>
    public static Value.Constant? In(SyntaxNode initializer, ISymbol? member)
    {
        if (Token(initializer) is not { Value: var data, Parent: { } node } token)
            return null;
        var type = member switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        return (type?.SpecialType, data) switch
        {
            // The value of an identifier is also a string; a missing token has no text.
            (SpecialType.System_String, string) when token.Text is ['"', ..] => new(data, Scope.Origin(node)),
            (SpecialType.System_Int32, int) or (SpecialType.System_Boolean, bool) => new(data, Scope.Origin(node)),
            _ => null,
        };
    }

    /// <summary>Whether a node may be such an initializer, decided by two nodes.</summary>
    public static bool IsIn(SyntaxNode node) => Token(node) is not null;

    // The only token after an equals sign.
    static SyntaxToken? Token(SyntaxNode initializer)
    {
        var parts = initializer.ChildNodesAndTokens();
        if (
            parts.Count != 2
            || !parts[0].IsToken
            || parts[0].AsToken().Text != "="
            || parts[1].AsNode()?.ChildNodesAndTokens() is not { Count: 1 } inner
            || !inner[0].IsToken
        )
            return null;
        return inner[0].AsToken();
    }
}
