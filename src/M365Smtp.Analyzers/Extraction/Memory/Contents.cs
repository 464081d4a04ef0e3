using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;

namespace M365Smtp.Analyzers.Extraction.Memory;

/// <summary>What is known about an object: its members, and whether code we do not read may have set more.</summary>
internal sealed class Contents
{
    /// <summary>An object seen, but not created, by code we read.</summary>
    public static readonly Contents Foreign = new(false, false, []);

    /// <summary>A new object: every member is unset.</summary>
    public static readonly Contents New = new(true, false, []);

    /// <summary>Every member may be anything.</summary>
    static readonly Contents Anything = new(true, true, []);

    readonly bool isExposed;

    Contents(bool isMade, bool isExposed, (Slot Slot, Value Value)[] members) =>
        (IsMade, this.isExposed, Members) = (isMade, isExposed, members);

    public bool IsMade { get; }

    /// <summary>Unknown members may be anything, rather than unset.</summary>
    public bool IsOpen => isExposed || !IsMade;

    public (Slot Slot, Value Value)[] Members { get; }

    /// <summary>Null if nothing is known about the member.</summary>
    public Value? this[Slot member]
    {
        get
        {
            foreach (var (slot, value) in Members)
                if (slot == member)
                    return value;
            return null;
        }
    }

    public Contents With(Slot member, Value value)
    {
        var at = 0;
        while (at < Members.Length && Members[at].Slot != member)
            at++;
        var next = new (Slot, Value)[Math.Max(Members.Length, at + 1)];
        Members.CopyTo(next, 0);
        next[at] = (member, value);
        return new(IsMade, isExposed, next);
    }

    public Contents Without(Func<Slot, bool> test) =>
        Array.Exists(Members, one => test(one.Slot))
            ? new(IsMade, isExposed, Array.FindAll(Members, one => !test(one.Slot)))
            : this;

    /// <summary>
    /// Every member may be anything. Its host stays under another name, so that the path still meets the one on which
    /// nothing received the object: <c>configure?.Invoke(client)</c>.
    /// </summary>
    public Contents Escaped() =>
        Array.Find(Members, member => member.Value.Host() is not null) is { Value: { } host }
            ? Anything.With(Slot.FormerHost, host)
            : Anything;

    public Contents Exposed() => IsMade && isExposed ? this : new(true, true, Members);

    /// <summary>
    /// What both agree on; a member that one side does not know, but would know had it been set there, is Unknown.
    /// </summary>
    public Contents Agree(Contents other)
    {
        if (ReferenceEquals(this, other))
            return this;
        var agreed =
            IsMade == other.IsMade && isExposed == other.isExposed
                ? this
                : new(IsMade || other.IsMade, isExposed || other.isExposed, Members);
        foreach (var (slot, mine) in Members)
            if (
                (other[slot] is { } theirs ? mine.Agree(theirs) : other.Missing(mine)) is var both
                && !ReferenceEquals(both, mine)
            )
                agreed = agreed.With(slot, both);
        foreach (var (slot, theirs) in other.Members)
            if (this[slot] is null)
                agreed = agreed.With(slot, Missing(theirs));
        return agreed;
    }

    // The value of a member that only the other path has set.
    Value Missing(Value theirs) =>
        !IsMade ? theirs
        : isExposed ? Value.Unknown
        : theirs.Agree(Value.Unset);
}
