using M365Smtp.Analyzers.Extraction.Flow;

namespace M365Smtp.Analyzers.Extraction.Memory;

/// <summary>Numbers everything that can hold a value, so that states compare numbers.</summary>
internal sealed class Places
{
    public Numbers<Variable> Variables { get; } = new();

    public Numbers<Allocation> Objects { get; } = new();

    public Numbers<Decision> Decisions { get; } = new();
}

/// <summary>Numbers keys in order of appearance.</summary>
internal sealed class Numbers<TKey>
    where TKey : notnull
{
    readonly Dictionary<TKey, int> numbers = [];
    readonly List<TKey> all = [];

    public TKey this[int number] => all[number];

    /// <summary>-1 if nothing was ever stored there.</summary>
    public int Find(TKey key) => numbers.TryGetValue(key, out var number) ? number : -1;

    public int Of(TKey key)
    {
        if (numbers.TryGetValue(key, out var known))
            return known;
        numbers.Add(key, all.Count);
        all.Add(key);
        return all.Count - 1;
    }
}
