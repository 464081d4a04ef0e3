using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Code;

/// <summary>The types declared in a compilation, and the implementations of their interfaces.</summary>
internal sealed class Implementations(Compilation compilation)
{
    // Scanned once for all interfaces: a large project has thousands of types.
    readonly Lazy<Dictionary<INamedTypeSymbol, INamedTypeSymbol?>> only = new(() => Find(compilation));

    /// <summary>
    /// The only class that implements an interface declared in source; null if there are none or several.
    /// </summary>
    public INamedTypeSymbol? Only(INamedTypeSymbol contract) =>
        Declarations.IsOwn(contract, compilation) && only.Value.TryGetValue(contract, out var found) ? found : null;

    /// <summary>All types, including nested ones.</summary>
    public IEnumerable<INamedTypeSymbol> Types => In(compilation.Assembly.GlobalNamespace);

    static Dictionary<INamedTypeSymbol, INamedTypeSymbol?> Find(Compilation compilation)
    {
        var found = new Dictionary<INamedTypeSymbol, INamedTypeSymbol?>(SymbolEqualityComparer.Default);
        foreach (var type in In(compilation.Assembly.GlobalNamespace))
            if (type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false })
                foreach (var contract in type.AllInterfaces)
                    if (Declarations.IsOwn(contract, compilation))
                        found[contract] = found.ContainsKey(contract) ? null : type;
        return found;
    }

    static IEnumerable<INamedTypeSymbol> In(INamespaceSymbol whole)
    {
        var rest = new Stack<INamespaceOrTypeSymbol>();
        rest.Push(whole);
        while (rest.Count > 0)
        {
            var next = rest.Pop();
            if (next is INamedTypeSymbol type)
                yield return type;
            if (next is INamespaceSymbol space)
                foreach (var inner in space.GetMembers())
                    rest.Push(inner);
            else
                foreach (var inner in next.GetTypeMembers())
                    rest.Push(inner);
        }
    }
}
