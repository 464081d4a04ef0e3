using System.Globalization;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>What the interpreter knows of one expression. Where two paths disagree, it is
/// <see cref="Unknown"/>.</summary>
internal abstract record Value
{
    public static readonly Value Unknown = new Marker("?");

    /// <summary>Nobody assigned it on any path.</summary>
    public static readonly Value Unset = new Marker("unset");

    /// <summary><c>CredentialCache.DefaultNetworkCredentials</c>: the Windows account, for which Exchange Online offers
    /// no sign-in.</summary>
    public static readonly Value WindowsLogin = new Marker("Windows login");

    /// <summary>A configuration key that the settings files do not have, though they have its section.</summary>
    public static readonly Value Absent = new Marker("absent");

    /// <summary>A configuration key that the settings files have for other environments only, and perhaps this one has
    /// it from elsewhere.</summary>
    public static readonly Value Elsewhere = new Marker("elsewhere");

    /// <summary>Where a Microsoft host is written; null for every other value.</summary>
    public Origin? Host =>
        this is Constant { Data: string text, Origin: var origin } && Hosts.Find(text) is not null ? origin : null;

    /// <summary>A port of mail that is not 587, for which it matters what host it meets; null for every other
    /// value.</summary>
    public int? OtherPort =>
        this is Constant { Data: Ports.Relay or Ports.ImplicitTls, IsEnum: false, Data: var port } ? (int)port : null;

    /// <summary>What two paths agree on: two literals of one value are that value, at the place that stands
    /// first.</summary>
    public Value Agree(Value other) =>
        Equals(other) ? this
        : this is Constant a && other is Constant b && Equals(a.Data, b.Data)
            ? (a.Origin.Place.CompareTo(b.Origin.Place) <= 0 ? a : b)
        : Logins.Of(this, other) ?? Possible.Of(this, other) ?? Unknown;

    /// <summary>A constant and where it is written. An enum value is its number, and every whole number is an
    /// int.</summary>
    internal sealed record Constant(object? Data, Origin Origin) : Value
    {
        public object? Data { get; init; } =
            Data switch
            {
                byte or sbyte or short or ushort => Convert.ToInt32(Data, CultureInfo.InvariantCulture),
                uint number and <= int.MaxValue => (int)number,
                long number and >= int.MinValue and <= int.MaxValue => (int)number,
                _ => Data,
            };

        public bool IsEnum { get; init; }

        /// <summary>Nobody wrote it: a branch has decided it. It leads on to other branches, and says nothing by
        /// itself.</summary>
        public bool IsAssumed { get; init; }
    }

    /// <summary>A reference to an object made by code we read.</summary>
    internal sealed record Instance(Allocation Allocation) : Value;

    /// <summary>A lambda or method as a value, and what a call of it returns on every path.</summary>
    internal sealed record Function(IMethodSymbol Method, Value Result) : Value
    {
        /// <summary>What a call of it runs; null where that is out of sight.</summary>
        public ControlFlowGraph? Body { get; init; }

        /// <summary>The object it runs on.</summary>
        public Value This { get; init; } = Unknown;
    }

    /// <summary>Something made from an OAuth scope: a request for a token, its result, the token.</summary>
    internal sealed record Token(Constant Scope) : Value;

    /// <summary><c>ConfigurationManager.AppSettings</c>, whatever name it goes by.</summary>
    public static readonly Value AppSettings = new Marker("appSettings");

    /// <summary>A section of the configuration; the root has an empty path.</summary>
    internal sealed record Section(string Path) : Value;

    /// <summary>A fact about a client, worked out at the call that set it.</summary>
    internal sealed record WorkedOut<T>(Fact<T> Fact) : Value;

    /// <summary>Where and how a client has connected.</summary>
    internal sealed record Endpoint(SmtpUsage Usage) : Value;

    /// <summary>The call that stands for the creation of an object: <c>: base(…)</c>.</summary>
    internal sealed record Creation(IOperation Call) : Value;

    /// <summary>What fills an options object.</summary>
    internal sealed record Filling(OptionsBinding By) : Value;

    /// <summary>A place in the code.</summary>
    internal sealed record Place(Origin Origin) : Value;

    /// <summary>What a path has decided a question is answered by.</summary>
    internal sealed record Answer(object? Said) : Value;

    /// <summary>Something is so.</summary>
    public static readonly Value Yes = new Marker("yes");

    sealed record Marker(string Name) : Value;
}

/// <summary>An object: the code that makes it and the calls on the way there, so that two calls of one factory make two
/// objects.</summary>
/// <param name="Source">The creating operation, or a symbol for an object that somebody else made.</param>
internal sealed record Allocation(object Source, CallPath? Path, ITypeSymbol? Type)
{
    /// <summary>Reading a method twice gives new operations of the same syntax: it is the same place that makes the
    /// object.</summary>
    public object Place => Source is IOperation made ? made.Syntax : Source;

    /// <summary>An object that comes with another: the list of senders of a message.</summary>
    public static Allocation PartOf(Allocation whole, Slot slot) => new(new Part(whole, slot), null, null);

    public bool Equals(Allocation? other) =>
        ReferenceEquals(this, other)
        || other is not null
            && Place.Equals(other.Place)
            && Equals(Path, other.Path)
            && SymbolEqualityComparer.Default.Equals(Type, other.Type);

    public override int GetHashCode() => unchecked(Place.GetHashCode() * 31 + (Path?.GetHashCode() ?? 0));
}

/// <summary>What an object that comes with another is known by.</summary>
internal sealed record Part(Allocation Whole, Slot Slot);

/// <summary>The calls that were entered on the way to a piece of code, innermost first.</summary>
internal sealed record CallPath(IOperation Call, IMethodSymbol Method, CallPath? Outer)
{
    // Looked up with each object that is made on the way.
    readonly int hash = unchecked(Call.Syntax.GetHashCode() * 31 + (Outer?.GetHashCode() ?? 0));

    public int Depth { get; } = 1 + (Outer?.Depth ?? 0);

    public bool Contains(IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(Method, method) || Outer?.Contains(method) == true;

    public bool IsWithin(CallPath call) => Equals(call) || Outer?.IsWithin(call) == true;

    public bool Equals(CallPath? other) =>
        ReferenceEquals(this, other)
        || other is not null
            && hash == other.hash
            && Call.Syntax.Equals(other.Call.Syntax)
            && SymbolEqualityComparer.Default.Equals(Method, other.Method)
            && Equals(Outer, other.Outer);

    public override int GetHashCode() => hash;
}

/// <summary>One way a piece of code ends: what is known then, and what it returns.</summary>
internal sealed record Outcome(State State, Value Value);
