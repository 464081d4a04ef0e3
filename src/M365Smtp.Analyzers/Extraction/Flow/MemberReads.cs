using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Settings.Sections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>The value of a field or property when it is read: what was assigned, else its declared value.</summary>
internal sealed class MemberReads(Visit visit)
{
    public Value Read(IMemberReferenceOperation reference, ISymbol member)
    {
        if (visit.LookUps.LookedUp(reference) is { } configured)
            return configured;
        var owner = reference.Instance is null ? null : visit.Evaluate(reference.Instance);
        if (owner == Value.Unknown && visit.BoundOptions.Injected(reference.Instance!) is { } injected)
            (owner, member) = (
                injected,
                member.ContainingType.TypeKind == TypeKind.Interface
                    ? injected.Allocation.Type!.FindImplementationForInterfaceMember(member) ?? member
                    : member
            );
        if (MailMembers.Read(member, owner) is { } known)
            return known;
        if (Reached(member, reference.Instance, owner) is not { } reached)
            return Value.Unknown;
        // The slot of that name holds what the base class initializes.
        if (!SymbolEqualityComparer.Default.Equals(reached, member) && ClassOf(owner) is null)
            return Declared(reference, reached, owner as Value.Instance);
        member = reached;
        switch (owner)
        {
            case null:
                return visit.State.Has(member) ? visit.State.ValueOf(member) : Declared(reference, member, null);
            case Value.Instance self:
                var (slot, name) = (Slot.Of(member), member.Name);
                if (name is "Current" && NumbersIn(self) is { Count: > 0 } numbers)
                    return numbers[visit.Choices.Choose(numbers.Count)];
                if (name is "Value" && member.ContainingType.Name == "Lazy")
                    return MadeByLazy(self, reference);
                if (name is "Result" && member.ContainingType.Name is "Task" or "ValueTask")
                    return owner;
                if (visit.BoundOptions.OfMade(self, member, reference) is { } made)
                    return made;
                if (
                    visit.State.Member(self.Allocation, slot) is var value
                    && value != Value.Unset
                    && (value != Value.Unknown || visit.State.Has(self.Allocation, slot))
                )
                    return value;
                if (visit.BoundOptions.OfSection(self, member, reference) is { } bound)
                    return bound;
                return
                    visit.State.IsOpen(self.Allocation)
                    && !ReferenceEquals(self.Allocation.Source, member.ContainingType)
                    && !IsGetter(member)
                    ? Value.Unknown
                    : Declared(reference, member, self);
            case Value.Constant when member.Name is "Value" or "Result":
                return owner;
            default:
                return Declared(reference, member, null);
        }
    }

    /// <summary>The property that is read, or its override; null if that depends on the class of its object.</summary>
    ISymbol? Reached(ISymbol member, IOperation? instance, Value? owner)
    {
        if (
            member is not IPropertySymbol { IsStatic: false, GetMethod: { } getter }
            || !visit.IsInSource(member.ContainingType)
            || member.ContainingType.TypeKind == TypeKind.Interface
        )
            return member;
        var getters = visit.Calls.Targets(new(getter, !IsBase(instance), instance, owner));
        return getters is [var only] ? only.AssociatedSymbol ?? member : null;
    }

    // 'base.Port', 'MyBase.Port', 'MyClass.Port'
    public static bool IsBase(IOperation? instance) =>
        instance is IInstanceReferenceOperation { IsImplicit: false, Syntax: var syntax }
        && syntax.ToString().ToLowerInvariant() is "base" or "mybase" or "myclass";

    /// <summary>The class of an object; null if it may be a derived one.</summary>
    public static INamedTypeSymbol? ClassOf(Value? value) =>
        value is Value.Instance { Allocation: { Source: IObjectCreationOperation, Type: INamedTypeSymbol made } }
            ? made
            : null;

    /// <summary>The numbers of a list that is iterated: one per iteration. Nothing is read from other lists.</summary>
    public List<Value> NumbersIn(Value.Instance list)
    {
        List<Value> items = [];
        for (
            var i = 1;
            visit.State.Member(list.Allocation, Slot.Element(i)) is Value.Constant { Data: int, IsEnum: false } item
                && items.Count < FlowAnalysis.MostPaths;
            i++
        )
            items.Add(item);
        return items;
    }

    /// <summary>The value that a Lazy creates on first access and keeps.</summary>
    Value MadeByLazy(Value.Instance lazy, IMemberReferenceOperation reference)
    {
        if (visit.State.Has(lazy.Allocation, "Value"))
            return visit.State.Member(lazy.Allocation, "Value");
        if (
            visit.State.Member(lazy.Allocation, "ValueFactory") is not Value.Function factory
            || visit.Lambdas.Invoke(factory, Arguments.None, reference) is not { } made
        )
            return Value.Unknown;
        visit.State = visit.State.SetMember(lazy.Allocation, "Value", made);
        if (made is Value.Instance held && reference.Instance is IMemberReferenceOperation { Member: var member })
            visit.State = Settle(
                visit.State,
                held,
                member,
                visit.Scope.Source.MembersOf(member.ContainingType, visit.Scope.Cancel)
            );
        return made;
    }

    static bool IsGetter(ISymbol member) => member is IPropertySymbol { SetMethod: null };

    /// <summary>A member's declared value: a constant, an unchanged initializer, a getter's body.</summary>
    Value Declared(IMemberReferenceOperation reference, ISymbol member, Value.Instance? self)
    {
        if (!visit.IsInSource(member.ContainingType))
            return Value.Unknown;
        if (member.ContainingType.TypeKind == TypeKind.Interface)
        {
            if (Implementation(member, self) is not { } implementation)
                return Value.Unknown;
            // A class may keep the default of the interface.
            if (implementation.ContainingType.TypeKind != TypeKind.Interface)
                return Declared(reference, implementation, self);
            member = implementation;
        }
        // A property has a field and a body if the body names 'field'.
        if (
            member is IPropertySymbol { GetMethod: { } getter }
            && (!Objects.IsAuto(member) || visit.Scope.Source.Body(getter, visit.Scope.Cancel) is not null)
        )
            return
                visit.Frame.MayEnter(getter)
                && visit.Calls.IsWorthReading(getter)
                && visit.Calls.BodyOf(getter) is { } body
                ? visit.Here(
                    visit.Calls.RunBody(
                        body,
                        visit.Frame.Enter(reference, getter, self ?? Value.Unknown),
                        Arguments.None
                    ),
                    reference
                )
                : Value.Unknown;
        if (IsTable(member))
            return Value.Unknown;
        // No other code of its type needs to be read.
        if (!visit.Scope.Source.IsInitialized(member, visit.Scope.Cancel))
        {
            if (self is not null && !visit.State.IsOpen(self.Allocation))
                visit.State = visit.State.SetMember(self.Allocation, Slot.Of(member), Value.Unknown);
            return Value.Unknown;
        }
        var members = visit.Scope.Source.MembersOf(member.ContainingType, visit.Scope.Cancel);
        var settled = self is not null && !visit.State.IsOpen(self.Allocation) || members.IsSettled(member);
        if (members.IsSetByConstructor(member) || !settled && !HasDefaults(member.ContainingType))
            return Value.Unknown;
        // The code that fills these options is not visible, but a file sets this member.
        if (!settled && visit.Scope.Source.Settings.SetsBesideHost(member.Name))
            return Value.Unknown;
        var value = visit.Here(Initial(member, self), reference);
        // An empty default is meant to be filled, and so is a null string.
        if (
            value is Value.Constant { Data: "" }
            || value is Value.Constant { Data: null } && reference.Type?.SpecialType == SpecialType.System_String
        )
            return Value.Unknown;
        if (value is Value.Instance held)
            visit.State = Settle(visit.State, held, member, members);
        if (self is not null)
            visit.State = visit.State.SetMember(self.Allocation, Slot.Of(member), value);
        return value;
    }

    /// <summary>
    /// The implementation of an interface member: in the known class of the object, else in the only class there is.
    /// </summary>
    public ISymbol? Implementation(ISymbol member, Value? self)
    {
        var type = ClassOf(self) ?? visit.Scope.Source.Implementations.Only(member.ContainingType);
        return type?.FindImplementationForInterfaceMember(member) switch
        {
            // A class may inherit the implementation and override it.
            IMethodSymbol method => Implementations.In(type, method),
            IPropertySymbol { GetMethod: { } getter } => Implementations.In(type, getter).AssociatedSymbol,
            var other => other,
        };
    }

    /// <summary>The value of a member's initializer; Unknown if it has none.</summary>
    public Value Initial(ISymbol member, Value.Instance? self)
    {
        if (visit.Frame.Initializers > 4)
            return Value.Unknown;
        var owner = self ?? new Value.Instance(new Allocation(member, null, member.ContainingType));
        if (Literals.Of(member, visit.Scope.Source.Compilation, visit.Scope.Cancel) is { } literal)
        {
            literal = DefaultPasswords.Marked(literal, member, visit.Scope.Source.Compilation, visit.Scope.Cancel);
            // Stored in the state, where it may keep this path apart from those of other values.
            visit.State = visit.State.SetMember(owner.Allocation, Slot.Of(member), literal);
            return literal;
        }
        if (
            visit.Scope.Source.Initializer(member, visit.Scope.Cancel) is not { } initializer
            || visit.Scope.Graph(initializer) is not { } body
        )
            return Value.Unknown;
        visit.Calls.RunBody(
            body,
            visit.Frame with
            {
                This = owner,
                Initializers = visit.Frame.Initializers + 1,
            },
            Arguments.None
        );
        return Visit.Same(
            member.IsStatic ? visit.State.ValueOf(member) : visit.State.Member(owner.Allocation, Slot.Of(member))
        );
    }

    // Which row is read from a table is not followed. A list of strings may hold the scopes of a token.
    static bool IsTable(ISymbol member) =>
        ((member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type) switch
        {
            IArrayTypeSymbol { ElementType.SpecialType: not SpecialType.System_String } => true,
            INamedTypeSymbol
            {
                TypeArguments: [{ SpecialType: not SpecialType.System_String }] or [_, _],
                ContainingNamespace: { } space
            } type => !type.IsTupleType
                && space.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal),
            _ => false,
        };

    /// <summary>
    /// An object whose defaults may be replaced: on one path nothing replaced them, on the other nothing is known.
    /// Asked only if the defaults name a Microsoft host.
    /// </summary>
    bool HasDefaults(INamedTypeSymbol type)
    {
        if (!visit.Scope.Source.NamesMicrosoftHost(type, visit.Scope.Cancel))
            return false;
        if (visit.State.AnswerTo(new TakesDefaults(type)) is Value.Answer { Said: bool decided })
            return decided;
        var takes = visit.Choices.Choose(2) == 0;
        visit.State = visit.State.Decide(new TakesDefaults(type), new Value.Answer(takes));
        return takes;
    }

    /// <summary>What methods may assume about an object held by a member.</summary>
    public static State Settle(State state, Value.Instance held, ISymbol member, Members members)
    {
        var kept = state.WithoutMembers(held.Allocation, slot => members.IsTouched(member, slot.Name));
        return members.IsOwn(member) && !members.TouchesAny(member) ? kept : kept.Expose(held.Allocation);
    }
}
