using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Flow;

namespace M365Smtp.Analyzers.Extraction.Memory;

/// <summary>
/// What keeps paths apart, so that each host meets the port and TLS written with it: the environment whose settings are
/// read, the Microsoft hosts by location, and the ports that may be wrong there by what holds them.
/// </summary>
internal sealed record PathKey : IComparable<PathKey>
{
    public static readonly PathKey None = new([]);

    // In order, without duplicates.
    readonly Mark[] marks;

    readonly int hash;

    PathKey(Mark[] marks)
    {
        this.marks = marks;
        foreach (var mark in marks)
            hash = unchecked(hash * 31 + mark.GetHashCode());
    }

    public static PathKey Of(IEnumerable<Mark> marks)
    {
        Mark[] all = [.. marks.Distinct().OrderBy(mark => mark)];
        return all.Length == 0 ? None : new(all);
    }

    public bool IsNone => marks.Length == 0;

    /// <summary>The hosts and the environment, without the ports.</summary>
    public PathKey WithoutPorts =>
        Array.Exists(marks, mark => mark.Kind == MarkKind.Port)
            ? Of(marks.Where(mark => mark.Kind != MarkKind.Port))
            : this;

    /// <summary>A method that returns one host or another has that many outcomes; null for any other value.</summary>
    public PathKey? Returning(Value value) =>
        value.Host() is { Place: var (file, start) } ? With(new(MarkKind.Returned, file, start, 0)) : null;

    public bool Has(Mark mark) => Array.BinarySearch(marks, mark) >= 0;

    public PathKey With(Mark mark)
    {
        var at = Array.BinarySearch(marks, mark);
        if (at >= 0)
            return this;
        var more = new Mark[marks.Length + 1];
        Array.Copy(marks, more, ~at);
        more[~at] = mark;
        Array.Copy(marks, ~at, more, ~at + 1, marks.Length - ~at);
        return new(more);
    }

    public bool Equals(PathKey? other) =>
        ReferenceEquals(this, other) || other is not null && marks.AsSpan().SequenceEqual(other.marks);

    public override int GetHashCode() => hash;

    public int CompareTo(PathKey? other)
    {
        for (var i = 0; i < marks.Length && i < other!.marks.Length; i++)
            if (marks[i].CompareTo(other.marks[i]) is not 0 and var order)
                return order;
        return marks.Length.CompareTo(other!.marks.Length);
    }
}

/// <summary>The order in which paths are read: those without a host first.</summary>
internal enum MarkKind
{
    Port,
    Environment,
    Host,
    Returned,
    Login,
}

/// <summary>A part that tells one path from another.</summary>
/// <param name="Text">The name of the environment, the file of the host, or the slot that holds the port.</param>
/// <param name="Place">The host's position in the file, or the variable or object that holds the port.</param>
/// <param name="Port">Zero for anything else.</param>
internal readonly record struct Mark(MarkKind Kind, string Text, int Place, int Port) : IComparable<Mark>
{
    public static Mark Environment(string name) => new(MarkKind.Environment, name, 0, 0);

    public static Mark Host(string file, int start) => new(MarkKind.Host, file, start, 0);

    /// <summary>One of several logins, each judged separately.</summary>
    public static Mark Login(int start) => new(MarkKind.Login, "", start, 0);

    public static Mark PortOf(int variable, int port) => new(MarkKind.Port, "", variable, port);

    public static Mark PortOf(int owner, Slot slot, int port) => new(MarkKind.Port, slot.ToString(), owner, port);

    public int CompareTo(Mark other) =>
        Kind != other.Kind ? Kind.CompareTo(other.Kind)
        : string.CompareOrdinal(Text, other.Text) is not 0 and var order ? order
        : Place != other.Place ? Place.CompareTo(other.Place)
        : Port.CompareTo(other.Port);
}
