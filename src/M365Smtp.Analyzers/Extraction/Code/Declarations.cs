using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Code;

/// <summary>
/// The only way from a symbol to its source. An editor also provides the source of referenced projects, in trees
/// outside this compilation; a build provides their assemblies. Both must give the same result, so symbols of other
/// projects have no source here.
/// </summary>
internal static class Declarations
{
#pragma warning disable RS0030
    /// <summary>The declarations in this compilation; none for a symbol from another project or a library.</summary>
    public static ImmutableArray<SyntaxReference> Of(ISymbol symbol, Compilation? compilation)
    {
        var all = (symbol is IMethodSymbol method ? WithBody(method) : symbol).DeclaringSyntaxReferences;
        foreach (var declaration in all)
            if (compilation?.ContainsSyntaxTree(declaration.SyntaxTree) != true)
                return all.RemoveAll(foreign => compilation?.ContainsSyntaxTree(foreign.SyntaxTree) != true);
        return all;
    }
#pragma warning restore RS0030

    /// <summary>
    /// The symbol that a method's body belongs to. The two parts of a partial method have different symbols, with
    /// different parameters, and calls name the part without a body.
    /// </summary>
    public static IMethodSymbol WithBody(IMethodSymbol method) =>
        method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;

    /// <summary>
    /// Whether this compilation declares the symbol. Arrays, tuples and pointers have no declaration.
    /// </summary>
    public static bool IsOwn([NotNullWhen(true)] ISymbol? symbol, Compilation compilation) =>
        symbol?.ContainingAssembly is { } assembly
        && SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly);
}
