using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>Objects: how they are created, what their members hold, and when they escape.</summary>
internal sealed class Objects(Visit visit)
{
    public Value Create(IObjectCreationOperation creation)
    {
        if (creation.Type is not INamedTypeSymbol type || creation.Constructor is not { } constructor)
            return visit.Expressions.Unhandled(creation);
        var arguments = visit.Calls.EvaluateArguments(creation.Arguments);
        var self = new Value.Instance(new Allocation(creation, visit.Frame.Path, type));
        visit.State = visit.State.Allocate(self.Allocation);
        if (Tokens.Created(visit, type, arguments) is { } token)
            return token;
        Construct(self, constructor, arguments, creation);
        return self;
    }

    /// <summary>
    /// Runs a constructor on an object: reads the body of a source type; for any other type, each argument sets the
    /// member of the same name.
    /// </summary>
    public void Construct(Value.Instance self, IMethodSymbol constructor, Arguments arguments, IOperation call)
    {
        if (visit.IsInSource(constructor.ContainingType))
        {
            foreach (var (parameter, value, _) in arguments)
            {
                visit.State = visit.State.SetMember(self.Allocation, Slot.Parameter(parameter.Name), value);
                if (
                    constructor.ContainingType.IsRecord
                    && constructor.ContainingType.GetMembers(parameter.Name).Any(member => member is IPropertySymbol)
                )
                    visit.State = visit.State.SetMember(self.Allocation, parameter.Name, value);
            }
            foreach (var member in constructor.ContainingType.GetMembers())
                if (
                    !member.IsStatic
                    && member is IFieldSymbol { AssociatedSymbol: null, Type: var type }
                    && visit.Watches(type)
                )
                    Initialize(self, member);
            if (visit.Frame.MayEnter(constructor) && visit.Calls.BodyOf(constructor) is { } body)
                visit.Calls.RunBody(body, visit.Frame.Enter(call, constructor, self), arguments);
            else if (call is IInvocationOperation)
                visit.UnreadCalls.HostsAmong(call, arguments);
            return;
        }
        if (visit.Scope.Types.IsSubclassOfClient(constructor.ContainingType))
        {
            // The values set by its constructor are not visible.
            visit.State = visit.State.Escape(self.Allocation);
            visit.UnreadCalls.Called(call, constructor, arguments);
            return;
        }
        foreach (var (parameter, value, _) in arguments)
            if (value != Value.Unset)
                visit.State = visit.State.SetMember(self.Allocation, Capital(parameter.Name), value);
        if (call is IInvocationOperation && visit.Watches(constructor.ContainingType))
            visit.State = visit.State.SetMember(self.Allocation, Slot.BaseCall, new Value.Creation(call));
        else if (!visit.Watches(constructor.ContainingType))
            visit.UnreadCalls.Called(call, constructor, arguments);
    }

    // Its initializer may read the parameters of the primary constructor.
    void Initialize(Value.Instance self, ISymbol member)
    {
        if (visit.Scope.Source.Initializer(member, visit.Scope.Cancel) is not { } initializer)
            return;
        var made = visit.MemberReads.Initial(member, self);
        visit.State = visit.State.SetMember(self.Allocation, member.Name, made);
        visit.ClientCalls.Leaves(made, initializer.Value);
    }

    public Value Elements(IOperation collection, IEnumerable<IOperation> elements)
    {
        var self = new Value.Instance(new Allocation(collection, visit.Frame.Path, collection.Type));
        visit.State = visit.State.Allocate(self.Allocation);
        var index = 0;
        foreach (var element in elements)
        {
            var value = visit.Evaluate(element);
            visit.State = visit.State.SetMember(self.Allocation, Slot.Element(++index), value);
            // Which element is read back is not followed.
            if (collection is not ITupleOperation)
                Escape(value, element);
        }
        return self;
    }

    public Value Assign(IOperation target, Value value, IOperation source)
    {
        if (target is IMemberReferenceOperation { Member: var set })
            visit.Conditions.Changed(set);
        switch (target)
        {
            case ILocalReferenceOperation local:
                return visit.Remember(local.Local, value);
            case IParameterReferenceOperation parameter:
                return visit.Remember(parameter.Parameter, value);
            case IFlowCaptureReferenceOperation capture:
                return AssignThrough(capture, value);
            case IDeclarationExpressionOperation declaration:
                return Assign(declaration.Expression, value, source);
            case IDiscardOperation:
                return value;
            case ITupleOperation tuple:
                return AssignElements(tuple, value);
            case IPropertyReferenceOperation { Instance: { } on, Arguments.IsEmpty: true } property:
                var owner = Owner(on);
                RunSetter(property, owner, value, source);
                return AssignMember(owner, property.Property, value, source);
            // hosts["outlook"] = "smtp.…": code we do not read picks an entry.
            case IPropertyReferenceOperation { Arguments.IsEmpty: false } when value.Host() is not null:
                visit.UnreadCalls.Mention(source, (Value.Constant)value, null);
                return value;
            case IFieldReferenceOperation { Instance: { } on } field:
                return AssignMember(Owner(on), field.Field, value, source);
            case IMemberReferenceOperation { Member: { IsStatic: true } member }:
                visit.ClientCalls.ProcessWide(member, value, source);
                Store(member, value, source);
                return visit.Remember(member, value);
            default:
                visit.Evaluate(target);
                Escape(value, source);
                return value;
        }
    }

    // In 'text ??= "…"' the graph captures the location and assigns through the capture.
    Value AssignThrough(IFlowCaptureReferenceOperation capture, Value value) =>
        visit.Captured.TryGetValue(capture.Id, out var place)
            ? Assign(place, value, capture)
            : visit.Remember(capture.Id, value);

    /// <summary>
    /// The object whose member is set; one passed in by the caller is tracked from here on by what is done to it.
    /// </summary>
    Value Owner(IOperation on)
    {
        var owner = visit.Evaluate(on);
        return
            owner == Value.Unknown
            && on is IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter }
            && (visit.IsInSource(parameter.Type) || visit.ClientCalls.TakesSettings(parameter.Type))
            ? visit.Remember(
                parameter,
                visit.Calls.FromOutside(new Allocation(parameter, visit.Frame.Path, parameter.Type))
            )
            : owner;
    }

    // It may set up a client that the object holds.
    void RunSetter(IPropertyReferenceOperation property, Value owner, Value value, IOperation source)
    {
        if (
            owner is not Value.Instance
            || property.Property is not { SetMethod: { } setter } set
            || !visit.IsInSource(set.ContainingType)
            || IsAuto(set)
        )
            return;
        visit.Calls.Read(
            source,
            new(setter, !MemberReads.IsBase(property.Instance), property.Instance, owner),
            new([(setter.Parameters.Last(), value, source)])
        );
    }

    Value AssignMember(Value owner, ISymbol member, Value value, IOperation source)
    {
        if (owner is not Value.Instance self)
        {
            Escape(value, source);
            return value;
        }
        var kept = visit.ClientCalls.Set(self.Allocation, member.Name, value, source);
        visit.State = visit.State.SetMember(self.Allocation, Slot.Of(member), kept);
        if (visit.Watches(self.Allocation.Type))
            return value;
        if (Equals(self, visit.Frame.This))
            Store(member, kept, source);
        return kept;
    }

    // A private member belongs to this type: its methods find the object there unchanged. Every other location is open
    // to all code.
    void Store(ISymbol member, Value value, IOperation source)
    {
        if (member.DeclaredAccessibility != Accessibility.Private)
            Escape(value, source);
    }

    Value AssignElements(ITupleOperation targets, Value value)
    {
        for (var i = 0; i < targets.Elements.Length; i++)
            Assign(
                targets.Elements[i],
                value is Value.Instance tuple
                    ? Visit.Same(visit.State.Member(tuple.Allocation, Slot.Element(i + 1)))
                    : Value.Unknown,
                targets
            );
        return value;
    }

    /// <summary>A pattern gives the value another name: <c>disposable is SmtpClient client</c>.</summary>
    public Value Matched(IPatternOperation pattern, Value value, IOperation source)
    {
        switch (pattern)
        {
            case INegatedPatternOperation { Pattern: var inner }:
                return Matched(inner, value, source);
            case IDeclarationPatternOperation { DeclaredSymbol: { } named }:
                visit.Remember(named, value);
                break;
            case IRecursivePatternOperation whole:
                if (whole.DeclaredSymbol is { } name)
                    visit.Remember(name, value);
                // A name inside is for a part that is not followed.
                if (whole.Descendants().Any(IsNamed))
                    EscapeHeld(value, source);
                break;
            default:
                if (pattern.DescendantsAndSelf().Any(IsNamed))
                    Escape(value, source);
                break;
        }
        return Value.Unknown;
    }

    static bool IsNamed(IOperation pattern) =>
        pattern is IDeclarationPatternOperation { DeclaredSymbol: not null }
            or IRecursivePatternOperation { DeclaredSymbol: not null };

    public Value Deconstruct(IDeconstructionAssignmentOperation assignment)
    {
        var value = visit.Evaluate(assignment.Value);
        var target = assignment.Target is IDeclarationExpressionOperation { Expression: var declared }
            ? declared
            : assignment.Target;
        return target is ITupleOperation tuple ? AssignElements(tuple, value) : Value.Unknown;
    }

    public Value Compound(ICompoundAssignmentOperation assignment)
    {
        // 'SecurityProtocol |= Tls' and 'Callback += …' count as setting the right-hand side; every other operator
        // removes something.
        var value = visit.Evaluate(assignment.Value);
        if (assignment.OperatorKind is not (BinaryOperatorKind.Or or BinaryOperatorKind.Add))
            value = Value.Unknown;
        if (assignment.Target is IMemberReferenceOperation { Member: { IsStatic: true } member })
        {
            visit.ClientCalls.ProcessWide(member, value, assignment.Value);
            return Value.Unknown;
        }
        if (
            assignment.Target is IPropertyReferenceOperation { Instance: { } on } property
            && visit.Evaluate(on) is Value.Instance { Allocation: var owner }
            && visit.Watches(owner.Type)
        )
        {
            var kept = visit.ClientCalls.Set(owner, property.Property.Name, value, assignment.Value);
            visit.State = visit.State.SetMember(owner, property.Property.Name, kept);
            return Value.Unknown;
        }
        return Assign(assignment.Target, Value.Unknown, assignment);
    }

    /// <summary>Passed to code we do not read: it may do anything with the object and everything it holds.</summary>
    public void Escape(Value value, IOperation site)
    {
        if (value is not Value.Instance { Allocation: var allocation } instance || visit.State.IsOpen(allocation))
            return;
        visit.ClientCalls.Leaves(value, site);
        if (!visit.Watches(allocation.Type))
            visit.UnreadCalls.Shown(instance, site);
        var held = visit.State.Members(allocation);
        if (!IsValue(instance))
            visit.State = visit.State.Escape(allocation);
        foreach (var (_, member) in held)
            Escape(member, site);
    }

    // Records and the like: their contents never change after creation.
    public bool IsValue(Value.Instance instance) =>
        instance.Allocation.Type is { } type
        && !visit.Watches(type)
        && (visit.IsInSource(type) ? IsImmutable(type) : type.Name != "Lazy" && !MailMembers.IsFilledLater(type));

    static bool IsImmutable(ITypeSymbol type) =>
        type.IsRecord
        && type.GetMembers()
            .All(member =>
                member.IsStatic
                || member switch
                {
                    IPropertySymbol property => property.SetMethod is null or { IsInitOnly: true },
                    IFieldSymbol field => field.IsImplicitlyDeclared || field.IsReadOnly,
                    _ => true,
                }
            );

    /// <summary>Code of this type that we do not read may reach what an object holds.</summary>
    public void EscapeHeld(Value? holder, IOperation site)
    {
        if (holder is not Value.Instance { Allocation: var allocation })
            return;
        foreach (var (_, value) in visit.State.Members(allocation))
            if (value is Value.Instance { Allocation.Type: var type } && visit.Watches(type))
                Escape(value, site);
    }

    public static bool IsAuto(ISymbol property)
    {
        foreach (var member in property.ContainingType.GetMembers())
            if (member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
                return true;
        return false;
    }

    static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);
}
