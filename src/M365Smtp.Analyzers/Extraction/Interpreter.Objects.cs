using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>Objects: how they are made, what their members hold, and when they leave sight.</summary>
internal sealed partial class Interpreter
{
    Value Create(IObjectCreationOperation creation)
    {
        if (creation.Type is not INamedTypeSymbol type || creation.Constructor is not { } constructor) return Other(creation);
        var arguments = Arguments(creation.Arguments);
        var self = new Value.Instance(new Allocation(creation, frame.Path, type));
        state = state.Allocate(self.Allocation);
        if (!KeepsItsArguments(type) && FindScope(arguments) is { } token) return token;
        Construct(self, constructor, arguments, creation);
        return self;
    }

    // Everything else that is made from a scope stands for the token.
    bool KeepsItsArguments(INamedTypeSymbol type) => IsInSource(type) || scope.Types.IsClient(type) || type.Name == "NetworkCredential" || type.Name.StartsWith("SaslMechanism", StringComparison.Ordinal);

    /// <summary>Runs a constructor on an object: of a source type by reading it, of any other by taking each argument for the member of the same name.</summary>
    void Construct(Value.Instance self, IMethodSymbol constructor, Arguments arguments, IOperation call)
    {
        if (IsInSource(constructor.ContainingType))
        {
            foreach (var (parameter, value, _) in arguments)
            {
                state = state.SetMember(self.Allocation, KeptParameter(parameter), value);
                if (constructor.ContainingType.IsRecord && constructor.ContainingType.GetMembers(parameter.Name).Any(member => member is IPropertySymbol))
                    state = state.SetMember(self.Allocation, parameter.Name, value);
            }
            if (frame.MayEnter(constructor) && BodyOf(constructor) is { } body) Enter(body, frame.Enter(call, constructor, self), arguments);
            return;
        }
        foreach (var (parameter, value, _) in arguments)
            if (value != Value.Unset) state = state.SetMember(self.Allocation, Capital(parameter.Name), value);
        if (call is IInvocationOperation && scope.Types.IsClient(constructor.ContainingType)) state = state.SetMember(self.Allocation, BaseCall, new Value.Computed(call));
        else if (!scope.Types.IsClient(constructor.ContainingType)) Mention(call, constructor, arguments);
    }

    /// <summary>The <c>: base(…)</c> of a subclass of a client stands for its creation.</summary>
    const string BaseCall = "(base)";

    Value Elements(IOperation collection, IEnumerable<IOperation> elements)
    {
        var self = new Value.Instance(new Allocation(collection, frame.Path, collection.Type));
        state = state.Allocate(self.Allocation);
        var index = 0;
        foreach (var element in elements)
        {
            var value = Evaluate(element);
            state = state.SetMember(self.Allocation, "Item" + ++index, value);
        }
        return self;
    }

    Value Read(IMemberReferenceOperation reference, ISymbol member)
    {
        if (Configured(reference) is { } configured) return configured;
        var owner = reference.Instance is null ? null : Evaluate(reference.Instance);
        switch (owner)
        {
            case null: return state.Has(member, "") ? state.Variable(member) : Declared(reference, member, null);
            case Value.Token: return owner;
            case Value.Instance self:
                var name = NameOf(member);
                if (member.ContainingType is { Name: "MimeMessage" } && name is "From") return new Value.Instance(new Allocation("From", null, null) with { Source = (self.Allocation, "From") });
                if (name is "Result" && member.ContainingType.Name is "Task" or "ValueTask") return owner;
                if (state.Member(self.Allocation, name) is var value && value != Value.Unset && (value != Value.Unknown || state.Has(self.Allocation, name))) return value;
                if (OfSection(self, member, reference) is { } bound) return bound;
                return state.IsOpen(self.Allocation) && !ReferenceEquals(self.Allocation.Source, member.ContainingType) && !IsGetter(member) ? Value.Unknown : Declared(reference, member, self);
            case Value.Constant { Data: string } text when member.Name is "Value": return text;
            case Value.Constant when member.Name is "Value" or "Result": return owner;
            default: return Declared(reference, member, null);
        }
    }

    static bool IsGetter(ISymbol member) => member is IPropertySymbol { SetMethod: null };

    /// <summary>The value a member has by its declaration: a constant, a settled initializer, a getter's body.</summary>
    Value Declared(IMemberReferenceOperation reference, ISymbol member, Value.Instance? self)
    {
        if (!IsInSource(member.ContainingType)) return Value.Unknown;
        if (member.ContainingType is { TypeKind: TypeKind.Interface } contract)
            return scope.Source.OnlyImplementation(contract)?.FindImplementationForInterfaceMember(member) is { } implementation ? Declared(reference, implementation, self) : Value.Unknown;
        if (member is IPropertySymbol { GetMethod: { } getter } && !IsAuto(member))
            return frame.MayEnter(getter) && IsWorthReading(getter) && BodyOf(getter) is { } body
                ? Here(Enter(body, frame.Enter(reference, getter, self ?? Value.Unknown), Extraction.Arguments.None), reference)
                : Value.Unknown;
        var members = scope.Source.MembersOf(member.ContainingType, scope.Cancel);
        var settled = self is not null && !state.IsOpen(self.Allocation) || members.IsSettled(member);
        if (members.IsSetByConstructor(member) || !settled && !TakesDefaults(member.ContainingType, reference)) return Value.Unknown;
        var value = Here(Initial(member, self), reference);
        if (value is Value.Instance held) state = Settle(state, held, member, members);
        if (self is not null) state = state.SetMember(self.Allocation, NameOf(member), value);
        return value;
    }

    /// <summary>What a member's initializer gives it; Unknown where it has none.</summary>
    Value Initial(ISymbol member, Value.Instance? self)
    {
        if (scope.Source.Initializer(member, scope.Cancel) is not { } initializer || Source.Graph(initializer, scope.Cancel) is not { } body) return Value.Unknown;
        var owner = self ?? new Value.Instance(new Allocation(member, null, member.ContainingType));
        Enter(body, frame with { This = owner }, Extraction.Arguments.None);
        return Same(member.IsStatic ? state.Variable(member) : state.Member(owner.Allocation, NameOf(member)));
    }

    /// <summary>An object whose defaults others may replace: on one path nobody did, on the other nothing is known. Only asked where the defaults name a Microsoft host.</summary>
    bool TakesDefaults(INamedTypeSymbol type, IOperation at)
    {
        if (!scope.Source.NamesMicrosoftHost(type, scope.Cancel)) return false;
        if (state.Variable(type) is Value.Constant { Data: bool decided }) return decided;
        var takes = choices.Choose(2) == 0;
        state = state.SetVariable(type, Computed(takes, at));
        return takes;
    }

    /// <summary>What methods may rely on of an object that a member holds.</summary>
    internal static State Settle(State state, Value.Instance held, ISymbol member, Members members) =>
        members.IsOwn(member)
            ? state.Where((slot, _) => !held.Allocation.Equals(slot.Owner) || !members.IsTouched(member, slot.Member)) is var kept && members.TouchesAny(member) ? kept.Expose(held.Allocation) : kept
            : state.Where((slot, _) => !held.Allocation.Equals(slot.Owner) || !members.IsTouched(member, slot.Member)).Expose(held.Allocation);

    Value Here(Value value, IOperation at) => value is Value.Constant constant ? constant with { Origin = Here(constant.Origin, at) } : value;

    Value Assign(IOperation target, Value value, IOperation source)
    {
        switch (target)
        {
            case ILocalReferenceOperation local: return Remember(local.Local, value);
            case IParameterReferenceOperation parameter: return Remember(parameter.Parameter, value);
            case IFlowCaptureReferenceOperation capture: return AssignThrough(capture, value);
            case IDeclarationExpressionOperation declaration: return Assign(declaration.Expression, value, source);
            case IDiscardOperation: return value;
            case ITupleOperation tuple: return AssignElements(tuple, value);
            case IPropertyReferenceOperation { Instance: { } on } property: return AssignMember(Evaluate(on), property.Property, value, source);
            case IFieldReferenceOperation { Instance: { } on } field: return AssignMember(Evaluate(on), field.Field, value, source);
            case IMemberReferenceOperation { Member: { IsStatic: true } member }:
                ProcessWide(member, value, source);
                Store(member, value, source);
                return Remember(member, value);
            default:
                Evaluate(target);
                Escape(value, source);
                return value;
        }
    }

    // In 'host ??= "h"' the graph captures the place and assigns through the capture.
    Value AssignThrough(IFlowCaptureReferenceOperation capture, Value value) =>
        places.TryGetValue(capture.Id, out var place) ? Assign(place, value, capture) : Remember(Captured(capture.Id), value);

    Value AssignMember(Value owner, ISymbol member, Value value, IOperation source)
    {
        if (owner is Value.Instance self)
        {
            if (self.Allocation.Type is { } type && scope.Types.IsClient(type)) { SetOnClient(self, member.Name, value, source); return value; }
            state = state.SetMember(self.Allocation, NameOf(member), value);
            if (Equals(self, frame.This)) Store(member, value, source);
            return value;
        }
        Escape(value, source);
        return value;
    }

    // A private member is this type's own: its methods find the object there as it is. Every other place is open to all.
    void Store(ISymbol member, Value value, IOperation source)
    {
        if (member.DeclaredAccessibility == Accessibility.Private) Leaves(value, source);
        else Escape(value, source);
    }

    Value AssignElements(ITupleOperation targets, Value value)
    {
        for (var i = 0; i < targets.Elements.Length; i++)
            Assign(targets.Elements[i], value is Value.Instance tuple ? Same(state.Member(tuple.Allocation, "Item" + (i + 1))) : Value.Unknown, targets);
        return value;
    }

    Value Deconstruct(IDeconstructionAssignmentOperation assignment)
    {
        var value = Evaluate(assignment.Value);
        var target = assignment.Target is IDeclarationExpressionOperation { Expression: var declared } ? declared : assignment.Target;
        return target is ITupleOperation tuple ? AssignElements(tuple, value) : Value.Unknown;
    }

    Value Compound(ICompoundAssignmentOperation assignment)
    {
        var value = Evaluate(assignment.Value);
        // 'SecurityProtocol |= Tls' and 'Callback += …' count as setting what stands on the right.
        if (assignment.Target is IMemberReferenceOperation { Member: { IsStatic: true } member }) { ProcessWide(member, value, assignment.Value); return Value.Unknown; }
        if (assignment.Target is IPropertyReferenceOperation { Instance: { } on } property && Evaluate(on) is Value.Instance client && scope.Types.IsClient(client.Allocation.Type))
        {
            SetOnClient(client, property.Property.Name, value, assignment.Value);
            return Value.Unknown;
        }
        return Assign(assignment.Target, Value.Unknown, assignment);
    }

    /// <summary>Handed to code we do not read: it may do anything with it and with all it holds.</summary>
    void Escape(Value value, IOperation site)
    {
        if (value is not Value.Instance { Allocation: var allocation } instance || state.IsOpen(allocation)) return;
        Leaves(value, site);
        if (!scope.Types.IsClient(allocation.Type)) Mention(instance, site);
        var held = state.All.Where(pair => allocation.Equals(pair.Key.Owner)).Select(pair => pair.Value).ToList();
        if (!IsValue(instance)) state = state.Escape(allocation);
        foreach (var member in held) Escape(member, site);
    }

    // Credentials, addresses and the like: nobody changes what they hold once they are made.
    bool IsValue(Value.Instance instance) =>
        instance.Allocation.Type is { } type && !IsInSource(type) && !scope.Types.IsClient(type) && type.Name is not ("MailMessage" or "MimeMessage");

    /// <summary>Code of this type that we do not read may reach the clients that an object holds.</summary>
    void EscapeHeld(Value? holder, IOperation site)
    {
        if (holder is not Value.Instance { Allocation: var allocation }) return;
        foreach (var pair in state.All)
            if (allocation.Equals(pair.Key.Owner) && pair.Value is Value.Instance { Allocation.Type: var type } && scope.Types.IsClient(type)) Escape(pair.Value, site);
    }

    bool IsInSource(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, scope.Source.Compilation.Assembly);

    static bool IsAuto(ISymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property)) || property is IFieldSymbol;

    static string NameOf(ISymbol member) =>
        member is IFieldSymbol { ContainingType.IsTupleType: true } field ? (field.CorrespondingTupleField ?? field).Name : member.Name;

    static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);
}
