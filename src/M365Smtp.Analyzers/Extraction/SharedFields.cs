using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Extraction.Memory;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>
/// Clients and messages in private fields that several methods fill: one sets the sender, another the login, a third
/// sends. What only one method sets holds wherever they are used, since otherwise the field or member would not be set.
/// </summary>
internal sealed class SharedFields
{
    readonly INamedTypeSymbol type;
    readonly Value.Instance self;
    readonly MailTypes types;
    readonly IReadOnlyList<(IOperation Body, Func<State, IReadOnlyList<Outcome>?> Try)> methods;
    readonly List<IFieldSymbol> fields;

    /// <param name="methods">The code of the type's methods, and the state each leaves when started from a given
    /// state.</param>
    public SharedFields(
        INamedTypeSymbol type,
        Value.Instance self,
        MailTypes types,
        IReadOnlyList<(IOperation, Func<State, IReadOnlyList<Outcome>?>)> methods
    )
    {
        (this.type, this.self, this.types, this.methods) = (type, self, types, methods);
        fields = [.. type.GetMembers().OfType<IFieldSymbol>().Where(IsCandidate)];
        fields.RemoveAll(field => References(field).Any(IsHandedOut));
    }

    /// <summary>Whether code uses such a field.</summary>
    public bool Concern(IOperation body) =>
        body.Descendants()
            .Any(inner =>
                inner is IFieldReferenceOperation { Field: var field }
                && fields.Contains(field, SymbolEqualityComparer.Default)
            );

    /// <summary>
    /// The state combined with what the methods contribute to the fields; null if they contribute nothing.
    /// </summary>
    public State? Together(State settled)
    {
        var held = new List<Allocation>();
        var filled = settled;
        foreach (var field in fields)
            if (Held(field, settled) is var (instance, from))
            {
                filled = field.IsStatic
                    ? filled.SetVariable(field, instance)
                    : filled.SetMember(self.Allocation, field.Name, instance);
                foreach (var part in Parts(instance.Allocation))
                {
                    foreach (var (name, value) in from.Members(part))
                        filled = Adopted(filled, value, from).SetMember(part, name, value);
                    filled = filled.Expose(part);
                    held.Add(part);
                }
            }
        return held.Count == 0 ? null : Agreed(filled, held);
    }

    /// <summary>What every method adds to the objects; if two add different values, nothing is known.</summary>
    State Agreed(State filled, List<Allocation> held)
    {
        var said = new Dictionary<(Allocation, Slot), Dictionary<Value, State>>();
        void Say(Allocation owner, Slot member, Value value, State by)
        {
            if (!said.TryGetValue((owner, member), out var all))
                said[(owner, member)] = all = [];
            all[value] = by;
        }
        foreach (var (body, run) in methods.Where(method => Concern(method.Body)))
            foreach (var outcome in run(filled) ?? [])
                foreach (var owner in held)
                    foreach (var (name, value) in outcome.State.Members(owner))
                        if (value != Value.Unset)
                            Say(owner, name, value, outcome.State);
        foreach (var (owner, member, all) in said.Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Value)))
            filled =
                all.Count == 1
                    ? Adopted(filled, all.First().Key, all.First().Value).SetMember(owner, member, all.First().Key)
                    : filled.SetMember(owner, member, Value.Unknown);
        return filled;
    }

    /// <summary>
    /// The state plus the object that a value of another state refers to, and its contents: a login, an address.
    /// </summary>
    static State Adopted(State state, Value value, State other)
    {
        if (value is not Value.Instance { Allocation: var made } || state.Knows(made) || !other.Knows(made))
            return state;
        state = state.Allocate(made);
        foreach (var (name, part) in other.Members(made))
            state = Adopted(state, part, other).SetMember(made, name, part);
        return other.IsOpen(made) ? state.Expose(made) : state;
    }

    /// <summary>
    /// The only object that the field ever holds, and a state that knows it; null if it may hold several.
    /// </summary>
    (Value.Instance, State)? Held(IFieldSymbol field, State settled)
    {
        var assigning = methods
            .Where(method =>
                References(field, method.Body)
                    .Any(reference =>
                        reference.Parent is IAssignmentOperation assignment && assignment.Target == reference
                    )
            )
            .ToList();
        if (assigning.Count == 0)
            return In(settled, field) is { } made ? (made, settled) : null;
        if (
            assigning.Count > 1
            || In(settled, field) is not null
            || assigning[0].Try(settled) is not { Count: > 0 } outcomes
        )
            return null;
        var state = outcomes.Select(outcome => outcome.State).Aggregate((a, b) => a.Agree(b));
        return In(state, field) is { } only ? (only, state) : null;
    }

    Value.Instance? In(State state, IFieldSymbol field) =>
        (field.IsStatic ? state.ValueOf(field) : state.Member(self.Allocation, field.Name)) as Value.Instance;

    // MailKit's messages keep their senders in a separate object.
    IEnumerable<Allocation> Parts(Allocation held) =>
        types.IsClient(held.Type) ? [held] : [held, Allocation.PartOf(held, "From")];

    bool IsCandidate(IFieldSymbol field) =>
        field is { DeclaredAccessibility: Accessibility.Private, IsConst: false, IsImplicitlyDeclared: false }
        && (types.IsClient(field.Type) || field.Type is { Name: "MailMessage" or "MimeMessage" });

    IEnumerable<IFieldReferenceOperation> References(IFieldSymbol field) =>
        methods.SelectMany(method => References(field, method.Body));

    static IEnumerable<IFieldReferenceOperation> References(IFieldSymbol field, IOperation body) =>
        body.Descendants()
            .OfType<IFieldReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Field, field));

    // Any other code that gets the object may do anything with it.
    bool IsHandedOut(IFieldReferenceOperation reference)
    {
        IOperation? outer = reference.Parent;
        while (outer is IConversionOperation or IConditionalAccessOperation or IParenthesizedOperation)
            outer = outer.Parent;
        return outer switch
        {
            IMemberReferenceOperation
            or IInvocationOperation
            or IInvalidOperation
            or IExpressionStatementOperation
            or IUsingOperation
            or IBinaryOperation
            or IIsNullOperation
            or IIsPatternOperation => false,
            IAssignmentOperation assignment => assignment.Target != reference,
            IArgumentOperation { Parent: IInvocationOperation { Instance.Type: { } on } } => !types.IsClient(on),
            { Kind: OperationKind.None } => false,
            _ => true,
        };
    }
}
