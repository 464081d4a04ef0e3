using Microsoft.CodeAnalysis;

namespace M365Smtp.CodeFixes.Code;

/// <summary>The variables, fields and properties that can be read at a position.</summary>
internal static class InScope
{
    /// <summary>Locals first, then parameters, then members of the class.</summary>
    public static IEnumerable<(string Name, ITypeSymbol Type, bool IsStatic)> Named(int position, SemanticModel model)
    {
        var isStatic = IsStatic(model.GetEnclosingSymbol(position));
        return model
            .LookupSymbols(position)
            .Select<ISymbol, (int Rank, string Name, ITypeSymbol Type, bool IsStatic)>(symbol =>
                symbol switch
                {
                    ILocalSymbol local
                        when local.DeclaringSyntaxReferences.All(declared => declared.Span.End < position) => (
                        0,
                        local.Name,
                        local.Type,
                        false
                    ),
                    IParameterSymbol parameter => (1, parameter.Name, parameter.Type, false),
                    IFieldSymbol field when field.IsStatic || !isStatic => (2, field.Name, field.Type, field.IsStatic),
                    IPropertySymbol { GetMethod: not null, IsIndexer: false } property
                        when property.IsStatic || !isStatic => (2, property.Name, property.Type, property.IsStatic),
                    _ => (-1, "", null!, false),
                }
            )
            .Where(named => named.Rank >= 0)
            .OrderBy(named => named.Rank)
            .ThenBy(named => named.Name, StringComparer.Ordinal)
            .Select(named => (named.Name, named.Type, named.IsStatic));
    }

    static bool IsStatic(ISymbol? inside)
    {
        for (var symbol = inside; symbol is not null and not INamedTypeSymbol; symbol = symbol.ContainingSymbol)
            if (symbol.IsStatic)
                return true;
        return false;
    }
}
