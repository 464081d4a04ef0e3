using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Code;

/// <summary>
/// The one way from a symbol to its source. An editor gives the source of referenced projects as well, in trees that
/// are not part
/// of this compilation; a build gives their assemblies. Both must find the same, so what another project declares has
/// no source here.
/// </summary>
internal static class Declarations
{
#pragma warning disable RS0030
    /// <summary>The declarations in this compilation; none of a symbol that another project or a library
    /// declares.</summary>
    public static ImmutableArray<SyntaxReference> Of(ISymbol symbol, Compilation? compilation)
    {
        var all = symbol.DeclaringSyntaxReferences;
        foreach (var declaration in all)
            if (compilation?.ContainsSyntaxTree(declaration.SyntaxTree) != true)
                return all.RemoveAll(foreign => compilation?.ContainsSyntaxTree(foreign.SyntaxTree) != true);
        return all;
    }
#pragma warning restore RS0030

    /// <summary>Whether this compilation declares the symbol. An array, a tuple or a pointer is declared by
    /// nobody.</summary>
    public static bool IsOwn(ISymbol? symbol, Compilation compilation) =>
        symbol?.ContainingAssembly is { } assembly
        && SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly);
}
