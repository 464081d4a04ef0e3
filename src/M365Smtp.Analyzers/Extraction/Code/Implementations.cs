using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Code;

/// <summary>The types declared in a compilation, and what implements or overrides their members.</summary>
internal sealed class Implementations(Compilation compilation)
{
    // Scanned once for all interfaces: a large project has thousands of types.
    readonly Lazy<Dictionary<INamedTypeSymbol, INamedTypeSymbol?>> only = new(() => Find(compilation));

    // The classes that derive from a class of the project, which few do.
    readonly Lazy<Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>>> derived = new(() => ByBase(compilation));

    /// <summary>
    /// The only class that implements an interface declared in source; null if there are none or several.
    /// </summary>
    public INamedTypeSymbol? Only(INamedTypeSymbol contract) =>
        Declarations.IsOwn(contract, compilation) && only.Value.TryGetValue(contract, out var found) ? found : null;

    /// <summary>
    /// The methods that a virtual call may run on an object of the type: one for each class that it may have. A class
    /// that nothing derives from stands for those of other projects.
    /// </summary>
    public IReadOnlyList<IMethodSymbol> Of(IMethodSymbol method, INamedTypeSymbol type)
    {
        if (!IsOverridable(method))
            return [method];
        if (!derived.Value.TryGetValue(type.OriginalDefinition, out var classes))
            return [In(type, method)];
        IEnumerable<INamedTypeSymbol> possible = type.IsAbstract ? classes : [type, .. classes];
        return [.. possible.Select(one => In(one, method)).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)];
    }

    /// <summary>The method that a virtual call runs on an object of exactly this class.</summary>
    public static IMethodSymbol In(INamedTypeSymbol type, IMethodSymbol method)
    {
        for (var part = type; part is not null && IsOverridable(method); part = part.BaseType)
            foreach (var member in part.GetMembers(method.Name))
                if (member is IMethodSymbol candidate && Overrides(candidate, method))
                    return candidate;
        return method;
    }

    static bool IsOverridable(IMethodSymbol method) =>
        method.IsVirtual || method.IsAbstract || method.IsOverride;

    static bool Overrides(IMethodSymbol method, IMethodSymbol other)
    {
        for (var next = method.OverriddenMethod; next is not null; next = next.OverriddenMethod)
            if (SymbolEqualityComparer.Default.Equals(next.OriginalDefinition, other.OriginalDefinition))
                return true;
        return false;
    }

    /// <summary>All types, including nested ones.</summary>
    public IEnumerable<INamedTypeSymbol> Types => In(compilation.Assembly.GlobalNamespace);

    static Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> ByBase(Compilation compilation)
    {
        var found = new Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>>(SymbolEqualityComparer.Default);
        foreach (var type in In(compilation.Assembly.GlobalNamespace))
            if (type is { TypeKind: TypeKind.Class, IsAbstract: false })
                for (var part = type.BaseType; Declarations.IsOwn(part, compilation); part = part.BaseType)
                    if (found.TryGetValue(part.OriginalDefinition, out var known))
                        known.Add(type);
                    else
                        found[part.OriginalDefinition] = [type];
        return found;
    }

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
