using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Configuration;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>
/// One reading of one flow graph: what is known at this point, the call that led here, and the reader for each kind of
/// operation.
/// </summary>
internal sealed class Visit
{
    public Visit(Scope scope, ControlFlowGraph graph, Frame frame)
    {
        (Scope, Graph, Frame, State) = (scope, graph, frame, scope.Start);
        (Expressions, Objects, MemberReads, Calls) = (new(this), new(this), new(this), new(this));
        (Lambdas, Conditions) = (new(this), new(this));
        (ClientCalls, UnboundCalls, UnreadCalls) = (new(this), new(this), new(this));
        (LookUps, BoundOptions, Registrations) = (new(this), new(this), new(this));
    }

    /// <summary>The work on the file, and how many steps remain.</summary>
    public Scope Scope { get; }

    public ControlFlowGraph Graph { get; }

    public Frame Frame { get; set; }

    /// <summary>What is known now, on the current path.</summary>
    public State State { get; set; }

    public Choices Choices { get; } = new();

    /// <summary>The assignable locations behind flow captures.</summary>
    public Dictionary<CaptureId, IOperation> Captured { get; } = [];

    public Expressions Expressions { get; }

    public Objects Objects { get; }

    public MemberReads MemberReads { get; }

    public Calls Calls { get; }

    public Lambdas Lambdas { get; }

    public Conditions Conditions { get; }

    public ClientCalls ClientCalls { get; }

    public UnboundCalls UnboundCalls { get; }

    public UnreadCalls UnreadCalls { get; }

    public LookUps LookUps { get; }

    public BoundOptions BoundOptions { get; }

    public Registrations Registrations { get; }

    public Value Evaluate(IOperation? operation) => Expressions.Evaluate(operation);

    public Variable VariableOf(CaptureId capture) => new(Graph, capture);

    public Value Remember(ISymbol symbol, Value value)
    {
        if (value is Value.Instance { Allocation: { Type: { IsValueType: true, IsTupleType: false } type } original })
            value = Copy(original, new Allocation(symbol, Frame.Path, type));
        State = State.SetVariable(symbol, value);
        return value;
    }

    public Value Remember(CaptureId capture, Value value)
    {
        State = State.SetVariable(VariableOf(capture), value);
        return value;
    }

    /// <summary>A struct is copied into each variable: changes to the copy leave the original unchanged.</summary>
    public Value Copy(Allocation original, Allocation copy)
    {
        if (original.Equals(copy))
            return new Value.Instance(copy);
        var members = State.Members(original);
        State = State.Allocate(copy);
        foreach (var (slot, value) in members)
            State = State.SetMember(copy, slot, value);
        return new Value.Instance(copy);
    }

    /// <summary>A constant computed by the code there.</summary>
    public static Value.Constant Computed(object? data, IOperation at) => new(data, Scope.Origin(at.Syntax));

    /// <summary>What a variable stores when it is given the value.</summary>
    public static Value Same(Value value) => value == Value.Unset ? Value.Unknown : value;

    /// <summary>A value from another file is underlined where it enters this file.</summary>
    public Origin Here(Origin origin, IOperation at) =>
        origin.Via is null && origin.Location.SourceTree != Scope.Tree && at.Syntax.SyntaxTree == Scope.Tree
            ? origin with
            {
                Via = at.Syntax.GetLocation(),
            }
            : origin;

    public Value Here(Value value, IOperation at) =>
        value is Value.Constant constant ? constant with { Origin = Here(constant.Origin, at) } : value;

    /// <summary>Operations on an object of the type are seen through its own calls and properties.</summary>
    public bool Watches(ITypeSymbol? type) => Scope.Types.IsClient(type);

    public bool IsInSource(ITypeSymbol? type) => Declarations.IsOwn(type, Scope.Source.Compilation);
}
