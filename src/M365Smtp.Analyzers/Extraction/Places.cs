using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>Numbers what can hold a value, so that states compare numbers: a symbol, a flow capture, an
/// <see cref="Allocation"/>.</summary>
internal sealed class Places
{
    readonly Dictionary<object, int> numbers = new(Identity.Instance);
    readonly List<object> all = [];

    public object this[int number] => all[number];

    /// <summary>-1 where nothing was ever kept at the place.</summary>
    public int Find(object place) => numbers.TryGetValue(place, out var number) ? number : -1;

    public int Of(object place)
    {
        if (numbers.TryGetValue(place, out var known))
            return known;
        numbers.Add(place, all.Count);
        all.Add(place);
        return all.Count - 1;
    }

    sealed class Identity : IEqualityComparer<object>
    {
        public static readonly Identity Instance = new();

        bool IEqualityComparer<object>.Equals(object a, object b) =>
            a is ISymbol x ? b is ISymbol y && SymbolEqualityComparer.Default.Equals(x, y) : a.Equals(b);

        public int GetHashCode(object place) =>
            place is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : place.GetHashCode();
    }
}
