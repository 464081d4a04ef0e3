using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Memory;

/// <summary>
/// What all paths to a point agree on: variables, objects, and decisions made on the way. A missing variable is
/// Unknown, a missing member of an object is Unset. Paths that differ by <see cref="Path"/> are kept apart.
/// </summary>
internal sealed class State
{
    readonly Places places;
    readonly Trie<Value> variables;
    readonly Trie<Contents> objects;
    readonly Trie<Value> decisions;

    /// <summary>The state in which nothing is known yet.</summary>
    public State(Places places)
        : this(places, default, default, default, PathKey.None) { }

    State(Places places, Trie<Value> variables, Trie<Contents> objects, Trie<Value> decisions, PathKey? path)
    {
        (this.places, this.variables, this.objects, this.decisions) = (places, variables, objects, decisions);
        Path = path ?? PathKey.Of(Marks());
    }

    /// <summary>The hosts and ports in variables and members, and the environment.</summary>
    public PathKey Path { get; }

    /// <summary>The environment whose settings this path reads; null if none was chosen yet.</summary>
    public string? Environment => AnswerTo(Decision.Environment) is Value.Answer { Said: string name } ? name : null;

    /// <summary>The variables and their values.</summary>
    public IEnumerable<(Variable Variable, Value Value)> Variables =>
        variables.All.Select(pair => (places.Variables[pair.Key], pair.Value));

    /// <summary>The objects that code we read has created or seen.</summary>
    public IEnumerable<Allocation> Objects =>
        objects.All.Where(pair => pair.Value.IsMade).Select(pair => places.Objects[pair.Key]);

    /// <summary>Starts a separate path, so that values of different environments never meet.</summary>
    public State In(string environment) =>
        new(
            places,
            variables,
            objects,
            decisions.With(places.Decisions.Of(Decision.Environment), new Value.Answer(environment)),
            Path.With(Mark.Environment(environment))
        );

    public Value ValueOf(ISymbol symbol) => ValueOf(new Variable(symbol));

    public Value ValueOf(Variable variable) => variables.Find(places.Variables.Find(variable)) ?? Value.Unknown;

    public bool Has(ISymbol symbol) => variables.Find(places.Variables.Find(new(symbol))) is not null;

    /// <summary>The path's decision; Unknown if it has not made one.</summary>
    public Value AnswerTo(Decision decision) => decisions.Find(places.Decisions.Find(decision)) ?? Value.Unknown;

    /// <summary>
    /// A member's value; Unset if it was never assigned, Unknown if code we do not read may have assigned it.
    /// </summary>
    public Value Member(Allocation owner, Slot slot) =>
        Of(owner) is var known && known[slot] is { } value ? value
        : known.IsOpen ? Value.Unknown
        : Value.Unset;

    public bool Has(Allocation owner, Slot slot) => Of(owner)[slot] is not null;

    public (Slot Slot, Value Value)[] Members(Allocation owner) => Of(owner).Members;

    public bool Knows(Allocation owner) => Of(owner).IsMade;

    public bool IsOpen(Allocation owner) => Of(owner).IsOpen;

    public State SetVariable(ISymbol symbol, Value value) => SetVariable(new Variable(symbol), value);

    public State SetVariable(Variable variable, Value value)
    {
        var at = places.Variables.Of(variable);
        var old = variables.Find(at);
        return value.Equals(old)
            ? this
            : new(places, variables.With(at, value), objects, decisions, PathWith(MarkOf(at, old), MarkOf(at, value)));
    }

    public State SetMember(Allocation owner, Slot slot, Value value)
    {
        var known = Of(owner);
        var at = places.Objects.Of(owner);
        var old = known[slot];
        return value.Equals(old)
            ? this
            : new(
                places,
                variables,
                objects.With(at, known.With(slot, value)),
                decisions,
                PathWith(MarkOf(at, slot, old), MarkOf(at, slot, value))
            );
    }

    /// <summary>From here on the path has this answer.</summary>
    public State Decide(Decision decision, Value answer)
    {
        var at = places.Decisions.Of(decision);
        return answer.Equals(decisions.Find(at))
            ? this
            : new(places, variables, objects, decisions.With(at, answer), Path);
    }

    /// <summary>A new object without members.</summary>
    public State Allocate(Allocation owner) => Set(owner, Contents.New);

    /// <summary>An object that code we do not read has received: every member may be anything.</summary>
    public State Escape(Allocation owner) => Set(owner, Of(owner).Escaped());

    /// <summary>Keeps what is known about an object, but lets unset members be anything.</summary>
    public State Expose(Allocation owner) => Set(owner, Of(owner).Exposed());

    public State WithoutMembers(Allocation owner, Func<Slot, bool> test) => Set(owner, Of(owner).Without(test));

    public State WithoutVariables(Func<ISymbol, bool> test) =>
        With(
            variables.Select((at, value) => places.Variables[at].Symbol is { } symbol && test(symbol) ? null : value),
            objects
        );

    public State WithoutDecisions(Func<Decision, bool> test)
    {
        var rest = decisions.Select((at, answer) => test(places.Decisions[at]) ? null : answer);
        return rest.IsSameAs(decisions) ? this : new(places, variables, objects, rest, Path);
    }

    /// <summary>
    /// Drops what a call leaves behind: its locals, and the objects created in it that nothing holds. Otherwise each
    /// call of a helper would enlarge the state.
    /// </summary>
    public State Forget(CallPath call, Value result)
    {
        var rest = WithoutVariables(symbol =>
            symbol is ILocalSymbol local && SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, call.Method)
        );
        bool IsOfCall(int place) => places.Objects[place] is { Path: { } path } && path.IsWithin(call);
        if (!rest.objects.All.Any(pair => IsOfCall(pair.Key)))
            return rest;
        var held = new HashSet<int>();
        void Hold(Value value)
        {
            if (value is Logins { All: var logins })
                foreach (var login in logins)
                    Hold(login);
            if (value is Value.Instance { Allocation: var kept } && held.Add(places.Objects.Of(kept)))
                HoldParts(kept);
        }
        void HoldParts(Allocation kept)
        {
            foreach (var (_, value) in rest.Members(kept))
                Hold(value);
        }
        Hold(result);
        foreach (var pair in rest.variables.All)
            Hold(pair.Value);
        foreach (var pair in rest.objects.All)
            if (!IsOfCall(pair.Key) && held.Add(pair.Key))
                HoldParts(places.Objects[pair.Key]);
        return rest.With(
            rest.variables,
            rest.objects.Select((place, contents) => held.Contains(place) ? contents : null)
        );
    }

    /// <summary>
    /// What holds on both paths. An object that exists on only one path is kept as it is; a variable missing on one is
    /// Unknown there.
    /// </summary>
    public State Agree(State other)
    {
        if (ReferenceEquals(this, other))
            return this;
        var both = Agree(variables, other.variables);
        var decided = Agree(decisions, other.decisions);
        var all = objects.Merge(
            other.objects,
            static (mine, theirs) =>
                mine is null ? theirs!
                : theirs is null ? mine
                : mine.Agree(theirs)
        );
        return both.IsSameAs(variables) && all.IsSameAs(objects) && decided.IsSameAs(decisions)
            ? this
            : new(
                places,
                both,
                all,
                decided,
                Path.Equals(other.Path) ? Path
                    : Path.WithoutPorts is var hosts && hosts.Equals(other.Path.WithoutPorts) ? hosts
                    : PathKey.None
            );
    }

    static Trie<Value> Agree(Trie<Value> mine, Trie<Value> theirs) =>
        mine.Merge(theirs, static (a, b) => a is null || b is null ? Value.Unknown : a.Agree(b));

    Contents Of(Allocation owner) => objects.Find(places.Objects.Find(owner)) ?? Contents.Foreign;

    State Set(Allocation owner, Contents contents)
    {
        var old = Of(owner);
        return ReferenceEquals(old, contents)
            ? this
            : new(
                places,
                variables,
                objects.With(places.Objects.Of(owner), contents),
                decisions,
                !Path.IsNone && Array.Exists(old.Members, member => MarkOf(0, member.Slot, member.Value) is not null)
                    ? null
                    : Path
            );
    }

    // A removed value may have been a host.
    State With(Trie<Value> variables, Trie<Contents> objects) =>
        variables.IsSameAs(this.variables) && objects.IsSameAs(this.objects)
            ? this
            : new(places, variables, objects, decisions, Path.IsNone ? Path : null);

    IEnumerable<Mark> Marks()
    {
        if (Environment is { } name)
            yield return Mark.Environment(name);
        foreach (var pair in variables.All)
            if (MarkOf(pair.Key, pair.Value) is { } mark)
                yield return mark;
        foreach (var pair in objects.All)
            foreach (var (slot, value) in pair.Value.Members)
                if (MarkOf(pair.Key, slot, value) is { } mark)
                    yield return mark;
    }

    // Null if the path must be rebuilt.
    PathKey? PathWith(Mark? old, Mark? mark) => old == mark || old is null && Path.Has(mark!.Value) ? Path : null;

    // A host is identified by its location, a port by what holds it.
    static Mark? MarkOf(int variable, Value? value) =>
        value?.OtherPort() is { } port ? Mark.PortOf(variable, port) : MarkOf(value);

    // The ports of a list exist on every path: the variable that reads one tells which it is.
    static Mark? MarkOf(int owner, Slot slot, Value? value) =>
        value?.OtherPort() is { } port
            ? slot.IsElement
                ? null
                : Mark.PortOf(owner, slot, port)
            : MarkOf(value);

    static Mark? MarkOf(Value? value) => value?.Host() is { Place: var (path, start) } ? Mark.Host(path, start) : null;
}
