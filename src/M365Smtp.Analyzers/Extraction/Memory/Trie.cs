using M365Smtp.Analyzers.Extraction.Flow;

namespace M365Smtp.Analyzers.Extraction.Memory;

/// <summary>
/// An immutable map from numbers to values that shares unchanged parts (a big-endian Patricia tree): setting one value
/// copies one path, and merging two maps visits only the differences.
/// </summary>
internal readonly struct Trie<T>
    where T : class
{
    readonly Node? root;

    Trie(Node? root) => this.root = root;

    public T? Find(int key)
    {
        var node = root;
        while (node is { Bit: not 0 })
            node = (key & node.Bit) == 0 ? node.Low : node.High;
        return node?.Key == key ? node.Value : null;
    }

    public Trie<T> With(int key, T value) => new(With(root, new Node(key, value)));

    /// <summary>Maps each value with the function; null drops it.</summary>
    public Trie<T> Select(Func<int, T, T?> change) => new(Select(root, change));

    /// <summary>
    /// Merges the keys of both maps with the function, which is symmetric; null stands for a missing key.
    /// </summary>
    public Trie<T> Merge(Trie<T> other, Func<T?, T?, T> join) => new(Merge(root, other.root, join));

    public bool IsSameAs(Trie<T> other) => ReferenceEquals(root, other.root);

    public IEnumerable<KeyValuePair<int, T>> All
    {
        get
        {
            var rest = new Stack<Node>();
            for (var node = root; node is not null; node = rest.Count > 0 ? rest.Pop() : null)
            {
                for (; node.Bit != 0; node = node.Low!)
                    rest.Push(node.High!);
                yield return new(node.Key, node.Value!);
            }
        }
    }

    static Node With(Node? node, Node leaf) =>
        node is null || node.Bit == 0 && node.Key == leaf.Key ? leaf
        : node.Bit == 0 || Prefix(leaf.Key, node.Bit) != node.Key ? Branch(node, leaf)
        : (leaf.Key & node.Bit) == 0 ? new(node, With(node.Low, leaf), node.High!)
        : new(node, node.Low!, With(node.High, leaf));

    static Node? Select(Node? node, Func<int, T, T?> change)
    {
        if (node is null)
            return null;
        if (node.Bit != 0)
            return Over(node, Select(node.Low, change), Select(node.High, change));
        var value = change(node.Key, node.Value!);
        return ReferenceEquals(value, node.Value) ? node
            : value is null ? null
            : new(node.Key, value);
    }

    static Node? Merge(Node? a, Node? b, Func<T?, T?, T> join)
    {
        if (ReferenceEquals(a, b))
            return a;
        if (a is null)
            return Alone(b!, join);
        if (b is null)
            return Alone(a, join);
        if (a.Bit == b.Bit && a.Key == b.Key)
            return a.Bit != 0 ? Over(a, Merge(a.Low, b.Low, join), Merge(a.High, b.High, join))
                : join(a.Value, b.Value) is var both && ReferenceEquals(both, a.Value) ? a
                : new(a.Key, both);
        if (a.Bit > b.Bit && Prefix(b.Key, a.Bit) == a.Key)
            return (b.Key & a.Bit) == 0
                ? Over(a, Merge(a.Low, b, join), Merge(a.High, null, join))
                : Over(a, Merge(a.Low, null, join), Merge(a.High, b, join));
        if (b.Bit > a.Bit && Prefix(a.Key, b.Bit) == b.Key)
            return (a.Key & b.Bit) == 0
                ? Over(b, Merge(a, b.Low, join), Merge(null, b.High, join))
                : Over(b, Merge(null, b.Low, join), Merge(a, b.High, join));
        return Branch(Merge(a, null, join)!, Merge(null, b, join)!);
    }

    static Node Alone(Node node, Func<T?, T?, T> join)
    {
        if (node.Bit != 0)
            return Over(node, Alone(node.Low!, join), Alone(node.High!, join))!;
        var value = join(node.Value, null);
        return ReferenceEquals(value, node.Value) ? node : new(node.Key, value);
    }

    static Node? Over(Node branch, Node? low, Node? high) =>
        low is null ? high
        : high is null ? low
        : ReferenceEquals(low, branch.Low) && ReferenceEquals(high, branch.High) ? branch
        : new(branch, low, high);

    // Two trees without a common key are joined where their keys diverge.
    static Node Branch(Node a, Node b)
    {
        var bit = a.Key ^ b.Key;
        while ((bit & (bit - 1)) != 0)
            bit &= bit - 1;
        return (a.Key & bit) == 0 ? new(Prefix(a.Key, bit), bit, a, b) : new(Prefix(a.Key, bit), bit, b, a);
    }

    static int Prefix(int key, int bit) => key & -bit & ~bit;

    /// <summary>A leaf (no bit) holds a value; a branch splits the keys with its prefix by one bit.</summary>
    sealed class Node
    {
        public readonly int Key,
            Bit;
        public readonly T? Value;
        public readonly Node? Low,
            High;

        public Node(int key, T value) => (Key, Value) = (key, value);

        public Node(int key, int bit, Node low, Node high) => (Key, Bit, Low, High) = (key, bit, low, high);

        public Node(Node branch, Node low, Node high)
            : this(branch.Key, branch.Bit, low, high) { }
    }
}
