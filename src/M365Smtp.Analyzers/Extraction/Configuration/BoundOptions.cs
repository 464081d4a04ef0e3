using System.Collections.Immutable;
using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Configuration;

/// <summary>Options: objects whose members are filled by a configuration section, and then by code.</summary>
internal sealed class BoundOptions(Visit visit)
{
    public Value Bind(string path, Value instance, IOperation at)
    {
        // A section may set any property of a client or of a library's options, whose facts are read without it.
        if (instance is Value.Instance { Allocation.Type: { } type } && visit.ClientCalls.TakesSettings(type))
            visit.Objects.Escape(instance, at);
        else if (instance is Value.Instance { Allocation: var options })
            visit.State = visit.State.SetMember(
                options,
                Slot.Binding,
                new ConfigurationValues.Filling(new OptionsBinding(path))
            );
        return Value.Unknown;
    }

    /// <param name="name">The name of named options; otherwise empty.</param>
    public Value FromContainer(INamedTypeSymbol options, string name) =>
        visit.Scope.Source.BindingsOf(options, visit.Scope.Cancel).Named(name) is { } binding
            ? Bound(binding, options)
            : Value.Unknown;

    /// <summary>
    /// An options object that the container provides directly or behind an interface; null for everything else.
    /// </summary>
    public Value.Instance? Injected(IOperation instance)
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
            || !visit.IsInSource(type)
            || !visit.Scope.Source.IsInjected(type, visit.Scope.Cancel)
        )
            return null;
        var options = type.TypeKind == TypeKind.Interface ? visit.Scope.Source.Implementations.Only(type) : type;
        return options is null ? null : FromContainer(options, "") as Value.Instance;
    }

    /// <summary>An options object, or a list of strings, created from a section.</summary>
    public Value Bound(OptionsBinding binding, ITypeSymbol type)
    {
        if (binding.Registered is { } registered)
            return Rebuilt(registered);
        var self = new Value.Instance(new Allocation(binding, null, type));
        if (!visit.State.Knows(self.Allocation))
            visit.State = visit
                .State.Allocate(self.Allocation)
                .SetMember(self.Allocation, Slot.Binding, new ConfigurationValues.Filling(binding));
        if (IsListOfStrings(type))
            for (
                var i = 0;
                visit.Scope.Source.Settings.Find(binding.Section + ":" + i) is { IsEmpty: false } items;
                i++
            )
                visit.State = visit.State.SetMember(
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

    /// <summary>
    /// The value under a key of a dictionary created from a section; null if there is none or it is no such dictionary.
    /// </summary>
    public Value? Entry(Value dictionary, string key) =>
        dictionary is Value.Instance { Allocation: { Type: INamedTypeSymbol { TypeArguments: [_, var type] } } bound }
        && visit.State.Member(bound, Slot.Binding) is ConfigurationValues.Filling { By.Section: { } path }
        && visit.Scope.Source.Settings.FindSection(path).Contains(key, StringComparer.OrdinalIgnoreCase)
            ? Bound(new(LookUps.PathTo(path, key)), type)
            : null;

    /// <summary>
    /// The source of a member's value in an options object; null if the object is not bound, or its own default
    /// applies.
    /// </summary>
    public Value? OfSection(Value.Instance self, ISymbol member, IOperation at)
    {
        if (
            visit.State.Member(self.Allocation, Slot.Binding) is not ConfigurationValues.Filling { By: var binding }
            || member is not IPropertySymbol { Type: var type }
        )
            return null;
        if (binding.InCode.TryGetValue(member.Name, out var code))
            return code is null ? Value.Unknown : InOtherCode(code, at);
        if (binding.Section is not { } path)
            return null;
        var key = LookUps.PathTo(path, member.Name);
        var given = visit.LookUps.InFiles(key, type, at);
        if (given is Value.Constant)
            return given;
        if (given == ConfigurationValues.Elsewhere)
            return Value.Unknown;
        if (
            visit.IsInSource(type) && type.TypeKind == TypeKind.Class
            || ConfigurationTypes.IsDictionary(type)
            || IsListOfStrings(type) && !visit.Scope.Source.Settings.FindSection(key).IsEmpty
        )
            return Bound(new(key), type);
        var isLeftOut =
            type.SpecialType == SpecialType.System_Boolean && !visit.Scope.Source.Settings.FindSection(path).IsEmpty;
        return isLeftOut && StartsAsFalse(member) ? Visit.Computed(false, at) : null;
    }

    // Defaults of a class declared in another project are not visible, which does not mean that there are none.
    bool StartsAsFalse(ISymbol flag) =>
        visit.IsInSource(flag.ContainingType)
        && Objects.IsAuto(flag)
        && visit.Scope.Source.Initializer(flag, visit.Scope.Cancel) is null
        && !visit.Scope.Source.MembersOf(flag.ContainingType, visit.Scope.Cancel).IsSetByConstructor(flag);

    /// <summary>A value set by code of another object.</summary>
    Value InOtherCode(IOperation code, IOperation at) =>
        EvaluateElsewhere(code) is Value.Constant constant ? visit.Here(constant, at) : Value.Unknown;

    Value EvaluateElsewhere(IOperation code)
    {
        var here = visit.Frame;
        visit.Frame = visit.Frame with { This = Value.Unknown };
        var value =
            ClientCalls.Unconverted(code) is IObjectCreationOperation { Type: { } type } creation
            && visit.IsInSource(type)
                ? Filled(creation)
                : visit.Evaluate(code);
        visit.Frame = here;
        return value;
    }

    Value Rebuilt(RegisteredOptions registered)
    {
        if (EvaluateElsewhere(registered.Creation) is not Value.Instance self)
            return Value.Unknown;
        foreach (var set in registered.Then)
            Fill(self, set);
        return self;
    }

    // As written, unlike in a flow graph, an initializer is part of the creation.
    Value Filled(IObjectCreationOperation creation)
    {
        if (visit.Objects.Create(creation) is not Value.Instance self)
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
                visit.State = visit.State.SetMember(self.Allocation, Slot.Of(part), Value.Unknown);
        visit.State = visit.State.SetMember(self.Allocation, Slot.MadeElsewhere, Value.Yes);
        return self;
    }

    void Fill(Value.Instance self, ISimpleAssignmentOperation set)
    {
        if (set.Target is not IMemberReferenceOperation { Member: var member })
            return;
        // It may change the state: all defaults belong to one environment.
        var value = EvaluateElsewhere(set.Value);
        visit.State = visit.State.SetMember(self.Allocation, Slot.Of(member), value);
    }

    /// <summary>
    /// A member of such an object; null if the object was created in visible code, or the member has its declared
    /// value.
    /// </summary>
    public Value? OfMade(Value.Instance self, ISymbol member, IOperation at) =>
        !visit.State.Has(self.Allocation, Slot.MadeElsewhere) ? null
        : visit.State.Member(self.Allocation, Slot.Of(member)) is var value && value != Value.Unset
            ? visit.Here(
                value is Value.Constant constant
                    ? constant with
                    {
                        Origin = constant.Origin with { IsOfMadeObject = true },
                    }
                    : value,
                at
            )
        : member is IPropertySymbol { Type.SpecialType: SpecialType.System_Boolean } && StartsAsFalse(member)
            ? Visit.Computed(false, at)
        : null;
}
