using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>
/// What every path to a point agrees on. A missing variable is Unknown, a missing member of an object is Unset.
/// Paths that chose different Microsoft hosts, ports or environments are kept apart (<see cref="Path"/>), so that each
/// host meets the port and TLS written beside it.
/// </summary>
internal sealed class State
{
    /// <summary>Starts the mark of a port; no path of a file holds it.</summary>
    public const char PortMark = '\u0001';

    const string EnvironmentVariable = "(environment)";

    readonly Places places;
    readonly Trie<Value> variables;
    readonly Trie<Contents> objects;

    /// <summary>The state in which nothing is known yet.</summary>
    public State(Places places)
        : this(places, default, default, "") { }

    State(Places places, Trie<Value> variables, Trie<Contents> objects, string? path)
    {
        (this.places, this.variables, this.objects) = (places, variables, objects);
        Path =
            path
            ?? (Environment is { } name ? name + ";" : "")
                + string.Concat(Marks().Distinct().OrderBy(mark => mark, StringComparer.Ordinal));
    }

    /// <summary>The Microsoft hosts that variables and members hold, by the place they are written, and the ports that
    /// may be wrong there.</summary>
    public string Path { get; }

    /// <summary>The hosts alone.</summary>
    public string HostPath =>
        Path.IndexOf(PortMark) < 0
            ? Path
            : string.Join(";", Path.Split(';').Where(mark => mark.Length == 0 || mark[0] != PortMark));

    /// <summary>The environment whose settings this path reads; null where none was chosen yet.</summary>
    public string? Environment => Variable(EnvironmentVariable) is Value.Computed { Fact: string name } ? name : null;

    /// <summary>The variables by their symbol or flow capture, with what they hold.</summary>
    public IEnumerable<(object Variable, Value Value)> Variables =>
        variables.All.Select(pair => (places[pair.Key], pair.Value));

    /// <summary>The objects that code we read has made or has seen.</summary>
    public IEnumerable<Allocation> Objects =>
        objects.All.Where(pair => pair.Value.IsMade).Select(pair => (Allocation)places[pair.Key]);

    /// <summary>A path of its own, so that what one environment says never meets what another says.</summary>
    public State In(string environment) =>
        new(
            places,
            variables.With(places.Of(EnvironmentVariable), new Value.Computed(environment)),
            objects,
            Path + environment + ";"
        );

    public Value Variable(object variable) => variables.Find(places.Find(variable)) ?? Value.Unknown;

    public bool Has(object variable) => variables.Find(places.Find(variable)) is not null;

    /// <summary>A member's value; Unset when nobody assigned it, Unknown when code we do not read may have.</summary>
    public Value Member(Allocation owner, string member) =>
        Of(owner) is var known && known[member] is { } value ? value
        : known.IsOpen ? Value.Unknown
        : Value.Unset;

    public bool Has(Allocation owner, string member) => Of(owner)[member] is not null;

    public (string Name, Value Value)[] Members(Allocation owner) => Of(owner).Members;

    public bool Knows(Allocation owner) => Of(owner).IsMade;

    public bool IsOpen(Allocation owner) => Of(owner).IsOpen;

    public State SetVariable(object variable, Value value)
    {
        var at = places.Of(variable);
        var old = variables.Find(at);
        return value.Equals(old)
            ? this
            : new(places, variables.With(at, value), objects, PathWith(Mark(at, "", old), Mark(at, "", value)));
    }

    public State SetMember(Allocation owner, string member, Value value)
    {
        var known = Of(owner);
        var at = places.Of(owner);
        var old = known[member];
        return value.Equals(old)
            ? this
            : new(
                places,
                variables,
                objects.With(at, known.With(member, value)),
                PathWith(Mark(at, member, old), Mark(at, member, value))
            );
    }

    /// <summary>A new object without members.</summary>
    public State Allocate(Allocation owner) => Set(owner, Contents.New);

    /// <summary>An object that code we do not read has had in its hands: every member may be anything.</summary>
    public State Escape(Allocation owner) => Set(owner, Contents.Anything);

    /// <summary>Keeps what is known of an object, but lets what is unset be anything.</summary>
    public State Expose(Allocation owner) => Set(owner, Of(owner).Exposed());

    public State WithoutMembers(Allocation owner, Func<string, bool> test) => Set(owner, Of(owner).Without(test));

    public State WithoutVariables(Func<object, bool> test) =>
        With(variables.Select((at, value) => test(places[at]) ? null : value), objects);

    /// <summary>Drops what a call leaves behind: its locals, and the objects made in it that nothing holds. Else each
    /// call of a helper would make the state larger.</summary>
    public State Forget(CallPath call, Value result)
    {
        var rest = WithoutVariables(variable =>
            variable is ILocalSymbol local && SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, call.Method)
        );
        bool IsOfCall(int place) => places[place] is Allocation { Path: { } path } && path.IsWithin(call);
        if (!rest.objects.All.Any(pair => IsOfCall(pair.Key)))
            return rest;
        var held = new HashSet<int>();
        void Hold(Value value)
        {
            if (value is Value.Function { Result: var returned })
                Hold(returned);
            if (value is Logins { All: var logins })
                foreach (var login in logins)
                    Hold(login);
            if (value is Value.Instance { Allocation: var kept } && held.Add(places.Of(kept)))
                HoldParts(kept);
        }
        void HoldParts(Allocation kept)
        {
            if (kept.Source is ValueTuple<Allocation, string> part)
                Hold(new Value.Instance(part.Item1));
            foreach (var (_, value) in rest.Members(kept))
                Hold(value);
        }
        Hold(result);
        foreach (var pair in rest.variables.All)
            Hold(pair.Value);
        foreach (var pair in rest.objects.All)
            if (!IsOfCall(pair.Key) && held.Add(pair.Key))
                HoldParts((Allocation)places[pair.Key]);
        return rest.With(
            rest.variables,
            rest.objects.Select((place, contents) => held.Contains(place) ? contents : null)
        );
    }

    /// <summary>What holds on both paths. An object that does not exist on one takes nothing from it; a variable that
    /// is missing there is Unknown there.</summary>
    public State Agree(State other)
    {
        if (ReferenceEquals(this, other))
            return this;
        var both = variables.Merge(
            other.variables,
            static (mine, theirs) => mine is null || theirs is null ? Value.Unknown : mine.Agree(theirs)
        );
        var all = objects.Merge(
            other.objects,
            static (mine, theirs) =>
                mine is null ? theirs!
                : theirs is null ? mine
                : mine.Agree(theirs)
        );
        return both.IsSameAs(variables) && all.IsSameAs(objects)
            ? this
            : new(
                places,
                both,
                all,
                Path == other.Path ? Path
                    : HostPath == other.HostPath ? HostPath
                    : ""
            );
    }

    Contents Of(Allocation owner) => objects.Find(places.Find(owner)) ?? Contents.Foreign;

    State Set(Allocation owner, Contents contents)
    {
        var old = Of(owner);
        return ReferenceEquals(old, contents)
            ? this
            : new(
                places,
                variables,
                objects.With(places.Of(owner), contents),
                Path.Length > 0 && Array.Exists(old.Members, member => Mark(0, member.Name, member.Value) is not null)
                    ? null
                    : Path
            );
    }

    // Whatever went may have been a host.
    State With(Trie<Value> variables, Trie<Contents> objects) =>
        variables.IsSameAs(this.variables) && objects.IsSameAs(this.objects)
            ? this
            : new(places, variables, objects, Path.Length == 0 ? Path : null);

    IEnumerable<string> Marks() =>
        variables
            .All.Select(pair => Mark(pair.Key, "", pair.Value))
            .Concat(
                objects.All.SelectMany(
                    pair => pair.Value.Members,
                    (pair, member) => Mark(pair.Key, member.Name, member.Value)
                )
            )
            .OfType<string>();

    // Null where the path has to be put together anew.
    string? PathWith(string? old, string? mark) => old == mark || old is null && Path.Contains(mark!) ? Path : null;

    // A host is told by where it is written, a port by what holds it. The ports of a list are there on every path:
    // which of them it is, the variable tells that takes one out.
    static string? Mark(int place, string member, Value? value) =>
        value is null ? null
        : value.OtherPort is { } port
            ? member.StartsWith("Item", StringComparison.Ordinal) ? null
                : $"{PortMark}{place}{member}={port};"
        : value.Host is { } host ? host.Place + ";"
        : null;
}
