using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>A place that holds a value: a variable, or a member of an object.</summary>
/// <param name="Owner">A symbol, a flow capture, or an <see cref="Allocation"/>.</param>
internal readonly record struct Slot(object Owner, string Member);

/// <summary>
/// What every path to a point agrees on. A missing variable is Unknown, a missing member of an object is Unset.
/// Paths that chose different Microsoft hosts or environments are kept apart (<see cref="Path"/>), so that each host meets the port and TLS written beside it.
/// </summary>
internal sealed class State
{
    const string Exists = "", Open = "*", EnvironmentSlot = "(environment)";

    public static readonly State Empty = new(ImmutableDictionary.Create<Slot, Value>(SlotComparer.Instance), "");

    readonly ImmutableDictionary<Slot, Value> slots;

    State(ImmutableDictionary<Slot, Value> slots, string path) => (this.slots, Path) = (slots, path);

    /// <summary>The Microsoft hosts that variables and members hold, by the place they are written.</summary>
    public string Path { get; }

    /// <summary>The environment whose settings this path reads; null where none was chosen yet.</summary>
    public string? Environment => Variable(EnvironmentSlot) is Value.Computed { Fact: string name } ? name : null;

    /// <summary>A path of its own, so that what one environment says never meets what another says.</summary>
    public State In(string environment) => new(slots.SetItem(new(EnvironmentSlot, ""), new Value.Computed(environment)), Path + environment + ";");

    public Value Variable(object variable) => slots.TryGetValue(new(variable, ""), out var value) ? value : Value.Unknown;

    public bool Has(object owner, string member) => slots.ContainsKey(new(owner, member));

    /// <summary>A member's value; Unset when nobody assigned it, Unknown when code we do not read may have.</summary>
    public Value Member(Allocation owner, string member) =>
        slots.TryGetValue(new(owner, member), out var value) ? value : IsOpen(owner) ? Value.Unknown : Value.Unset;

    public bool IsOpen(Allocation owner) => slots.ContainsKey(new(owner, Open)) || !slots.ContainsKey(new(owner, Exists));

    public State SetVariable(object variable, Value value) => Set(new(variable, ""), value);

    public State SetMember(Allocation owner, string member, Value value) => Set(new(owner, member), value);

    /// <summary>A new object without members.</summary>
    public State Allocate(Allocation owner) => After(Without(owner).SetItem(new(owner, Exists), Value.Unset));

    /// <summary>An object that code we do not read has had in its hands: every member may be anything.</summary>
    public State Escape(Allocation owner) => After(Without(owner).SetItem(new(owner, Exists), Value.Unset).SetItem(new(owner, Open), Value.Unset));

    /// <summary>Keeps what is known of an object, but lets what is unset be anything.</summary>
    public State Expose(Allocation owner) => Set(new(owner, Exists), Value.Unset).Set(new(owner, Open), Value.Unset);

    public IEnumerable<KeyValuePair<Slot, Value>> All => slots;

    /// <summary>The objects that are known of.</summary>
    public IEnumerable<Allocation> Objects
    {
        get
        {
            foreach (var pair in slots)
                if (pair.Key is { Owner: Allocation owner, Member: Exists }) yield return owner;
        }
    }

    /// <summary>A member of the object has a value that passes the test.</summary>
    public bool Holds(Allocation owner, Func<Value, bool> test)
    {
        foreach (var pair in slots)
            if (owner.Equals(pair.Key.Owner) && test(pair.Value)) return true;
        return false;
    }

    /// <summary>Drops what a call leaves behind: its locals, and the objects made in it that nothing holds. Else each call of a helper would make the state larger.</summary>
    public State Forget(CallPath call, Value result)
    {
        var rest = Where((slot, _) => slot.Owner is not ILocalSymbol local || !SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, call.Method));
        var held = new HashSet<Allocation>();
        void Hold(Value value)
        {
            if (value is Value.Function { Result: var returned }) Hold(returned);
            if (value is not Value.Instance { Allocation: var kept } || !held.Add(kept)) return;
            if (kept.Source is ValueTuple<Allocation, string> part) Hold(new Value.Instance(part.Item1));
            foreach (var pair in rest.slots)
                if (kept.Equals(pair.Key.Owner)) Hold(pair.Value);
        }
        bool IsOfCall(Slot slot) => slot.Owner is Allocation { Path: { } path } && path.IsWithin(call);
        if (!rest.slots.Keys.Any(IsOfCall)) return rest;
        Hold(result);
        foreach (var pair in rest.slots)
            if (!IsOfCall(pair.Key)) Hold(pair.Value);
        return rest.Where((slot, _) => !IsOfCall(slot) || held.Contains((Allocation)slot.Owner));
    }

    /// <summary>The state in which only the slots that pass the test are left.</summary>
    public State Where(Func<Slot, Value, bool> keep) =>
        After(slots.RemoveRange(slots.Where(pair => !keep(pair.Key, pair.Value)).Select(pair => pair.Key)));

    public State Agree(State other)
    {
        if (ReferenceEquals(this, other)) return this;
        var merged = slots;
        foreach (var pair in slots)
            if (!other.slots.TryGetValue(pair.Key, out var theirs)) { if (other.Knows(pair.Key.Owner)) merged = Lower(merged, pair.Key); }
            else if (!Equals(pair.Value, theirs)) merged = merged.SetItem(pair.Key, Same(pair.Value, theirs));
        foreach (var pair in other.slots)
            if (!slots.ContainsKey(pair.Key)) merged = Knows(pair.Key.Owner) ? Lower(merged, pair.Key) : merged.SetItem(pair.Key, pair.Value);
        return ReferenceEquals(merged, slots) ? this : new(merged, Path == other.Path ? Path : "");
    }

    public bool SameAs(State other)
    {
        if (ReferenceEquals(slots, other.slots)) return true;
        if (slots.Count != other.slots.Count) return false;
        foreach (var pair in slots)
            if (!other.slots.TryGetValue(pair.Key, out var theirs) || !Equals(pair.Value, theirs)) return false;
        return true;
    }

    // An object that does not exist on the other path takes nothing from it; a variable that is missing there is Unknown there.
    bool Knows(object owner) => owner is not Allocation allocation || slots.ContainsKey(new(allocation, Exists));

    static ImmutableDictionary<Slot, Value> Lower(ImmutableDictionary<Slot, Value> slots, Slot slot) =>
        slots.SetItem(slot, slot.Member is Open or Exists && slot.Owner is Allocation ? Value.Unset : Value.Unknown);

    // Two literals of one value are that value, at the place that stands first.
    static Value Same(Value a, Value b) =>
        a is Value.Constant x && b is Value.Constant y && Equals(x.Data, y.Data) ? (First(x.Origin, y.Origin) ? x : y) : Value.Unknown;

    static bool First(Origin a, Origin b) =>
        PlaceOf(a).CompareTo(PlaceOf(b)) <= 0;

    static (string Path, int Start) PlaceOf(Origin origin) => (origin.Location.GetLineSpan().Path, origin.Location.SourceSpan.Start);

    State Set(Slot slot, Value value)
    {
        var next = slots.SetItem(slot, value);
        if (ReferenceEquals(next, slots)) return this;
        var left = slots.TryGetValue(slot, out var old) && HostOf(old) is not null;
        return new(next, left ? PathOf(next) : HostOf(value) is { } host ? With(Path, host) : Path);
    }

    // Whatever went may have been a host.
    State After(ImmutableDictionary<Slot, Value> next) => new(next, Path.Length == 0 ? "" : PathOf(next));

    static Origin? HostOf(Value value) =>
        value is Value.Constant { Data: string text, Origin: var origin } && Hosts.Find(text) is not null ? origin : null;

    static string PathOf(ImmutableDictionary<Slot, Value> slots) =>
        slots.Values.Select(HostOf).Where(host => host is not null).OrderBy(host => host!.Location.SourceSpan.Start).Aggregate(EnvironmentOf(slots), (path, host) => With(path, host!));

    static string EnvironmentOf(ImmutableDictionary<Slot, Value> slots) =>
        slots.TryGetValue(new(EnvironmentSlot, ""), out var value) && value is Value.Computed { Fact: string name } ? name + ";" : "";

    static string With(string path, Origin host)
    {
        var mark = PlaceOf(host) + ";";
        return path.Contains(mark) ? path : path + mark;
    }

    ImmutableDictionary<Slot, Value> Without(Allocation owner)
    {
        // Most objects are made once, and nothing is known of them yet.
        if (!slots.ContainsKey(new(owner, Exists))) return slots;
        return slots.RemoveRange(slots.Keys.Where(slot => owner.Equals(slot.Owner)));
    }

    sealed class SlotComparer : IEqualityComparer<Slot>
    {
        public static readonly SlotComparer Instance = new();

        public bool Equals(Slot a, Slot b) =>
            a.Member == b.Member && (a.Owner is ISymbol x && b.Owner is ISymbol y ? SymbolEqualityComparer.Default.Equals(x, y) : a.Owner.Equals(b.Owner));

        public int GetHashCode(Slot slot) =>
            unchecked((slot.Owner is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : slot.Owner.GetHashCode()) * 31 + slot.Member.GetHashCode());
    }
}
