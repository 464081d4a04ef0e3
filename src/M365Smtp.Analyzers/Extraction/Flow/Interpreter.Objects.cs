using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>Objects: how they are made, what their members hold, and when they leave sight.</summary>
internal sealed partial class Interpreter
{
    Value Create(IObjectCreationOperation creation)
    {
        if (creation.Type is not INamedTypeSymbol type || creation.Constructor is not { } constructor)
            return Other(creation);
        var arguments = Arguments(creation.Arguments);
        var self = new Value.Instance(new Allocation(creation, frame.Path, type));
        state = state.Allocate(self.Allocation);
        if (!KeepsItsArguments(type) && FindScope(arguments) is { } token)
            return token;
        Construct(self, constructor, arguments, creation);
        return self;
    }

    // Everything else that is made from a scope stands for the token.
    bool KeepsItsArguments(INamedTypeSymbol type) =>
        IsInSource(type)
        || scope.Types.IsClient(type)
        || type.Name == "NetworkCredential"
        || type.Name.StartsWith("SaslMechanism", StringComparison.Ordinal);

    /// <summary>Runs a constructor on an object: of a source type by reading it, of any other by taking each argument
    /// for the member of the same name.</summary>
    void Construct(Value.Instance self, IMethodSymbol constructor, Arguments arguments, IOperation call)
    {
        if (IsInSource(constructor.ContainingType))
        {
            foreach (var (parameter, value, _) in arguments)
            {
                state = state.SetMember(self.Allocation, Slot.Parameter(parameter.Name), value);
                if (
                    constructor.ContainingType.IsRecord
                    && constructor.ContainingType.GetMembers(parameter.Name).Any(member => member is IPropertySymbol)
                )
                    state = state.SetMember(self.Allocation, parameter.Name, value);
            }
            foreach (var member in constructor.ContainingType.GetMembers())
                if (
                    !member.IsStatic
                    && member is IFieldSymbol { AssociatedSymbol: null, Type: var type }
                    && scope.Types.IsClient(type)
                )
                    MakeClient(self, member);
            if (frame.MayEnter(constructor) && BodyOf(constructor) is { } body)
                Enter(body, frame.Enter(call, constructor, self), arguments);
            else if (call is IInvocationOperation)
                Mention(call, arguments);
            return;
        }
        if (scope.Types.IsSubclassOfClient(constructor.ContainingType))
        {
            // What its constructor sets is out of sight.
            state = state.Escape(self.Allocation);
            Mention(call, constructor, arguments);
            return;
        }
        foreach (var (parameter, value, _) in arguments)
            if (value != Value.Unset)
                state = state.SetMember(self.Allocation, Capital(parameter.Name), value);
        if (call is IInvocationOperation && scope.Types.IsClient(constructor.ContainingType))
            state = state.SetMember(self.Allocation, Slot.BaseCall, new Value.Creation(call));
        else if (!scope.Types.IsClient(constructor.ContainingType))
            Mention(call, constructor, arguments);
    }

    // 'readonly SmtpClient client = new(host, port)', host and port being parameters of the primary constructor.
    void MakeClient(Value.Instance self, ISymbol member)
    {
        if (scope.Source.Initializer(member, scope.Cancel) is not { } initializer)
            return;
        var client = Initial(member, self);
        state = state.SetMember(self.Allocation, member.Name, client);
        Leaves(client, initializer.Value);
    }

    Value Elements(IOperation collection, IEnumerable<IOperation> elements)
    {
        var self = new Value.Instance(new Allocation(collection, frame.Path, collection.Type));
        state = state.Allocate(self.Allocation);
        var index = 0;
        foreach (var element in elements)
        {
            var value = Evaluate(element);
            state = state.SetMember(self.Allocation, Slot.Element(++index), value);
            // Which element is taken out again, we do not follow.
            if (collection is not ITupleOperation)
                Escape(value, element);
        }
        return self;
    }

    Value Assign(IOperation target, Value value, IOperation source)
    {
        if (target is IMemberReferenceOperation { Member: var set })
            Changed(set);
        switch (target)
        {
            case ILocalReferenceOperation local:
                return Remember(local.Local, value);
            case IParameterReferenceOperation parameter:
                return Remember(parameter.Parameter, value);
            case IFlowCaptureReferenceOperation capture:
                return AssignThrough(capture, value);
            case IDeclarationExpressionOperation declaration:
                return Assign(declaration.Expression, value, source);
            case IDiscardOperation:
                return value;
            case ITupleOperation tuple:
                return AssignElements(tuple, value);
            case IPropertyReferenceOperation { Instance: { } on, Arguments.IsEmpty: true } property:
                return AssignMember(Owner(on), property.Property, value, source);
            // hosts["outlook"] = "…": a table from which code that is not read takes its pick.
            case IPropertyReferenceOperation { Arguments.IsEmpty: false } when value.Host is not null:
                Mention(source, (Value.Constant)value, null);
                return value;
            case IFieldReferenceOperation { Instance: { } on } field:
                return AssignMember(Owner(on), field.Field, value, source);
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
        places.TryGetValue(capture.Id, out var place)
            ? Assign(place, value, capture)
            : Remember(capture.Id, value);

    /// <summary>The object whose member is set; one that the caller handed in is known from here on by what is done to
    /// it.</summary>
    Value Owner(IOperation on)
    {
        var owner = Evaluate(on);
        return
            owner == Value.Unknown
            && on is IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter }
            && (
                IsInSource(parameter.Type)
                || scope.Types.IsClient(parameter.Type)
                || LibraryFacts.OptionsOf(parameter.Type) is not null
            )
            ? Remember(parameter, Made(new Allocation(parameter, frame.Path, parameter.Type)))
            : owner;
    }

    Value AssignMember(Value owner, ISymbol member, Value value, IOperation source)
    {
        if (owner is Value.Instance self)
        {
            if (self.Allocation.Type is { } type && scope.Types.IsClient(type))
            {
                SetOnClient(self, member.Name, value, source);
                return value;
            }
            if (
                member.Name is LibraryFacts.CertificateCallback
                && LibraryFacts.OptionsOf(self.Allocation.Type) is not null
            )
                value = new ClientValues.WorkedOut<bool>(Facts().AcceptsAnyCertificate(value, source));
            if (LibraryFacts.IsSecret(self.Allocation.Type, member.Name))
                state = state.SetMember(
                    self.Allocation,
                    Slot.SecretPlace,
                    new Value.Place(Scope.Origin(source.Syntax))
                );
            state = state.SetMember(self.Allocation, Slot.Of(member), value);
            if (Equals(self, frame.This))
                Store(member, value, source);
            return value;
        }
        Escape(value, source);
        return value;
    }

    // A private member is this type's own: its methods find the object there as it is. Every other place is open to
    // all.
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
                value is Value.Instance tuple ? Same(state.Member(tuple.Allocation, Slot.Element(i + 1))) : Value.Unknown,
                targets
            );
        return value;
    }

    Value Deconstruct(IDeconstructionAssignmentOperation assignment)
    {
        var value = Evaluate(assignment.Value);
        var target = assignment.Target is IDeclarationExpressionOperation { Expression: var declared }
            ? declared
            : assignment.Target;
        return target is ITupleOperation tuple ? AssignElements(tuple, value) : Value.Unknown;
    }

    Value Compound(ICompoundAssignmentOperation assignment)
    {
        // 'SecurityProtocol |= Tls' and 'Callback += …' count as setting what stands on the right; every other operator
        // takes away.
        var value = Evaluate(assignment.Value);
        if (assignment.OperatorKind is not (BinaryOperatorKind.Or or BinaryOperatorKind.Add))
            value = Value.Unknown;
        if (assignment.Target is IMemberReferenceOperation { Member: { IsStatic: true } member })
        {
            ProcessWide(member, value, assignment.Value);
            return Value.Unknown;
        }
        if (
            assignment.Target is IPropertyReferenceOperation { Instance: { } on } property
            && Evaluate(on) is Value.Instance client
            && scope.Types.IsClient(client.Allocation.Type)
        )
        {
            SetOnClient(client, property.Property.Name, value, assignment.Value);
            return Value.Unknown;
        }
        return Assign(assignment.Target, Value.Unknown, assignment);
    }

    /// <summary>Handed to code we do not read: it may do anything with it and with all it holds.</summary>
    void Escape(Value value, IOperation site)
    {
        if (value is not Value.Instance { Allocation: var allocation } instance || state.IsOpen(allocation))
            return;
        Leaves(value, site);
        if (!scope.Types.IsClient(allocation.Type))
            Mention(instance, site);
        var held = state.Members(allocation);
        if (!IsValue(instance))
            state = state.Escape(allocation);
        foreach (var (_, member) in held)
            Escape(member, site);
    }

    // Credentials, addresses, records and the like: nobody changes what they hold once they are made.
    bool IsValue(Value.Instance instance) =>
        instance.Allocation.Type is { } type
        && !scope.Types.IsClient(type)
        && (IsInSource(type) ? IsImmutable(type) : type.Name is not ("MailMessage" or "MimeMessage" or "Lazy"));

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

    /// <summary>Code of this type that we do not read may reach the clients that an object holds.</summary>
    void EscapeHeld(Value? holder, IOperation site)
    {
        if (holder is not Value.Instance { Allocation: var allocation })
            return;
        foreach (var (_, value) in state.Members(allocation))
            if (value is Value.Instance { Allocation.Type: var type } && scope.Types.IsClient(type))
                Escape(value, site);
    }

    bool IsInSource(ITypeSymbol? type) => Declarations.IsOwn(type, scope.Source.Compilation);

    static bool IsAuto(ISymbol property)
    {
        foreach (var member in property.ContainingType.GetMembers())
            if (member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
                return true;
        return false;
    }

    static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);
}
