using System.Collections.Immutable;
using M365Smtp.Analyzers.Extraction.Configuration;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>Options: objects whose members a section of the configuration fills, and code after it.</summary>
internal sealed partial class Interpreter
{
    Value Bind(string path, Value instance)
    {
        if (instance is Value.Instance { Allocation: var options })
            state = state.SetMember(options, Slot.Binding, new ConfigurationValues.Filling(new OptionsBinding(path)));
        return Value.Unknown;
    }

    /// <param name="name">Of named options; else empty.</param>
    Value Options(INamedTypeSymbol options, string name) =>
        scope.Source.BindingsOf(options, scope.Cancel).Named(name) is { } binding
            ? Bound(binding, options)
            : Value.Unknown;

    /// <summary>An options object that the container hands out as itself or behind an interface; null for everything
    /// else.</summary>
    Value.Instance? Injected(IOperation instance)
    {
        var isHandedOut =
            instance
            is IParameterReferenceOperation
            {
                Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor }
            }
                or IMemberReferenceOperation { Instance: IInstanceReferenceOperation };
        if (
            !isHandedOut
            || instance.Type is not INamedTypeSymbol type
            || !IsInSource(type)
            || !scope.Source.IsInjected(type, scope.Cancel)
        )
            return null;
        var options = type.TypeKind == TypeKind.Interface ? scope.Source.Implementations.Only(type) : type;
        return options is null ? null : Options(options, "") as Value.Instance;
    }

    /// <summary>An options object, or a list of texts, made from a section.</summary>
    Value Bound(OptionsBinding binding, ITypeSymbol type)
    {
        if (binding.Registered is { } registered)
            return Registered(registered);
        var self = new Value.Instance(new Allocation(binding, null, type));
        if (!state.Knows(self.Allocation))
            state = state.Allocate(self.Allocation).SetMember(self.Allocation, Slot.Binding, new ConfigurationValues.Filling(binding));
        if (IsListOfStrings(type))
            for (var i = 0; scope.Source.Settings.Find(binding.Section + ":" + i) is { IsEmpty: false } items; i++)
                state = state.SetMember(
                    self.Allocation,
                    Slot.Element(i + 1),
                    new Value.Constant(items[0].Setting.Value, items[0].Setting.Origin)
                );
        return self;
    }

    static bool IsListOfStrings(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } => true,
            INamedTypeSymbol
            {
                Name: "List" or "IList" or "IReadOnlyList" or "IEnumerable" or "ICollection" or "IReadOnlyCollection",
                TypeArguments: [{ SpecialType: SpecialType.System_String }]
            } => true,
            _ => false,
        };

    /// <summary>What a dictionary made from a section has under a key; null where it is not, or has nothing.</summary>
    Value? Entry(Value dictionary, string key) =>
        dictionary is Value.Instance { Allocation: { Type: INamedTypeSymbol { TypeArguments: [_, var type] } } bound }
        && state.Member(bound, Slot.Binding) is ConfigurationValues.Filling { By.Section: { } path }
        && scope.Source.Settings.FindSection(path).Contains(key, StringComparer.OrdinalIgnoreCase)
            ? Bound(new(Join(path, key)), type)
            : null;

    /// <summary>What fills a member of an options object; null where the object is not bound, or its own default
    /// holds.</summary>
    Value? OfSection(Value.Instance self, ISymbol member, IOperation at)
    {
        if (
            state.Member(self.Allocation, Slot.Binding) is not ConfigurationValues.Filling { By: var binding }
            || member is not IPropertySymbol { Type: var type }
        )
            return null;
        if (binding.InCode.TryGetValue(member.Name, out var code))
            return code is null ? Value.Unknown : InOtherCode(code, at);
        if (binding.Section is not { } path)
            return null;
        var key = Join(path, member.Name);
        if (Lookup(key, type, at) is var given && (given is Value.Constant || given == ConfigurationValues.Elsewhere))
            return Same(given);
        if (
            IsInSource(type) && type.TypeKind == TypeKind.Class
            || ConfigurationTypes.IsDictionary(type)
            || IsListOfStrings(type) && !scope.Source.Settings.FindSection(key).IsEmpty
        )
            return Bound(new(key), type);
        var isLeftOut =
            type.SpecialType == SpecialType.System_Boolean && !scope.Source.Settings.FindSection(path).IsEmpty;
        return isLeftOut && StartsAsFalse(member) ? Computed(false, at) : null;
    }

    // Of a class that another project declares no default is in sight, which is not to say that it has none.
    bool StartsAsFalse(ISymbol flag) =>
        IsInSource(flag.ContainingType)
        && IsAuto(flag)
        && scope.Source.Initializer(flag, scope.Cancel) is null
        && !scope.Source.MembersOf(flag.ContainingType, scope.Cancel).IsSetByConstructor(flag);

    /// <summary>A value that code of another object sets.</summary>
    Value InOtherCode(IOperation code, IOperation at) =>
        Elsewhere(code) is Value.Constant constant ? Here(constant, at) : Value.Unknown;

    Value Elsewhere(IOperation code)
    {
        var here = frame;
        frame = frame with { This = Value.Unknown };
        var value =
            code is IObjectCreationOperation { Type: { } type } creation && IsInSource(type)
                ? Filled(creation)
                : Evaluate(code);
        frame = here;
        return value;
    }

    Value Registered(RegisteredOptions registered)
    {
        if (Elsewhere(registered.Creation) is not Value.Instance self)
            return Value.Unknown;
        foreach (var set in registered.Then)
            Fill(self, set);
        return self;
    }

    // As written, and not as a flow graph has it, an initializer is a part of the creation.
    Value Filled(IObjectCreationOperation creation)
    {
        if (Create(creation) is not Value.Instance self)
            return Value.Unknown;
        foreach (var member in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
            if (member is ISimpleAssignmentOperation set)
                Fill(self, set);
            else if (
                member is IMemberInitializerOperation
                {
                    InitializedMember: IMemberReferenceOperation { Member: var part }
                }
            )
                state = state.SetMember(self.Allocation, Slot.Of(part), Value.Unknown);
        state = state.SetMember(self.Allocation, Slot.MadeElsewhere, Value.Yes);
        return self;
    }

    void Fill(Value.Instance self, ISimpleAssignmentOperation set)
    {
        if (set.Target is IMemberReferenceOperation { Member: var member })
            state = state.SetMember(self.Allocation, Slot.Of(member), Elsewhere(set.Value));
    }

    /// <summary>A member of such an object; null where the object was made in sight, or has the member from its
    /// declaration.</summary>
    Value? OfMade(Value.Instance self, ISymbol member, IOperation at) =>
        !state.Has(self.Allocation, Slot.MadeElsewhere) ? null
        : state.Member(self.Allocation, Slot.Of(member)) is var value && value != Value.Unset
            ? Here(
                value is Value.Constant constant
                    ? constant with
                    {
                        Origin = constant.Origin with { IsOfMadeObject = true },
                    }
                    : value,
                at
            )
        : member is IPropertySymbol { Type.SpecialType: SpecialType.System_Boolean } && StartsAsFalse(member)
            ? Computed(false, at)
        : null;
}
