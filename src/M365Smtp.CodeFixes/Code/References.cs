using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Code;

/// <summary>Finds the places that name a symbol.</summary>
internal static class References
{
    public static IReadOnlyList<IdentifierNameSyntax> Of(ISymbol symbol, SyntaxNode within, SemanticModel model) =>
        [
            .. within
                .DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Where(name =>
                    name.Identifier.ValueText == symbol.Name
                    && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, symbol)
                ),
        ];
}
