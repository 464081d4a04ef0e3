using System.Collections.Immutable;
using M365Smtp.Analyzers.Apis;
using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Configuration;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>Calls: of a client, of code we can read, of the few library methods that pass a value on.</summary>
internal sealed partial class Interpreter
{
    Value Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var receiver = call.Instance is null ? null : Evaluate(call.Instance);
        if (method.MethodKind == MethodKind.Constructor && receiver is Value.Instance constructed)
            return ConstructBase(constructed, method, call);
        if (method.Name == "<Clone>$")
            return receiver is Value.Instance original ? Clone(original, call) : Value.Unknown;
        var arguments = Arguments(call.Arguments);
        if (receiver is not null && IsOfTask(method))
            return receiver;
        if (ClientApiOf(call, receiver) is { } api)
            return ClientCall(api, method.Name, ClientOf(call.Instance!, receiver), call, arguments);
        if (receiver is Value.Function function && Invoke(function, arguments, call) is { } answer)
            return answer;
        if (Reads(method, receiver, arguments) is { } body)
        {
            var result = Enter(body.Graph, frame.Enter(call, body.Method, receiver ?? Value.Unknown), arguments);
            WriteBack(arguments, body.Method);
            return result;
        }
        if (IsQuestion(method.Name) && state.AnswerTo(new SameCall(call.Syntax.ToString())) is Value.Constant decided)
            return decided;
        if (Configured(call, receiver, arguments) is { } configured)
            return configured;
        if (Known(call, receiver, arguments) is { } known)
            return known;
        return Unread(call, receiver, arguments);
    }

    // A task stands for what it gives.
    static bool IsOfTask(IMethodSymbol method) =>
        method
            is
        {
            Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" or "WaitAsync",
            ContainingNamespace:
            { Name: "Tasks" or "CompilerServices", ContainingNamespace.Name: "Threading" or "Runtime" },
        };

    Value ConstructBase(Value.Instance self, IMethodSymbol constructor, IInvocationOperation call)
    {
        var arguments = Arguments(call.Arguments);
        Construct(self, constructor, arguments, call);
        return Value.Unknown;
    }

    Arguments Arguments(ImmutableArray<IArgumentOperation> arguments)
    {
        if (arguments.IsEmpty)
            return Flow.Arguments.None;
        var all = new List<(IParameterSymbol, Value, IOperation)>(arguments.Length);
        foreach (var argument in arguments)
            if (argument.Parameter is { } parameter)
                all.Add((parameter, Argument(argument, parameter), argument.Value));
            else
                Escape(Evaluate(argument.Value), argument.Value);
        return new(all);
    }

    Value Argument(IArgumentOperation argument, IParameterSymbol parameter)
    {
        if (argument.ArgumentKind != ArgumentKind.DefaultValue)
            return Evaluate(argument.Value);
        return IsInSource(parameter.ContainingType) ? Default(parameter, argument) : Value.Unset;
    }

    Value Default(IParameterSymbol parameter, IOperation at) =>
        scope.Source.Default(parameter, scope.Cancel) is { } given ? Here(given, at) : Value.Unknown;

    /// <summary>The body to read for a call, where reading it can tell something about mail.</summary>
    (ControlFlowGraph Graph, IMethodSymbol Method)? Reads(IMethodSymbol method, Value? receiver, Arguments arguments)
    {
        method = method.ReducedFrom ?? method;
        if (!IsInSource(method.ContainingType) && method.MethodKind != MethodKind.LocalFunction)
            return null;
        var carries = CarriesMail(arguments, receiver);
        if (method.ContainingType.TypeKind == TypeKind.Interface)
            method =
                (carries || receiver is Value.Instance)
                && Implementation(method.OriginalDefinition, receiver) is IMethodSymbol implementation
                    ? implementation
                    : method;
        if (
            method.IsAbstract
            || method.IsExtern
            || !frame.MayEnter(method)
            || !carries && !IsWorthReading(method, receiver, arguments)
        )
            return null;
        return BodyOf(method) is { } graph ? (graph, method) : null;
    }

    bool IsWorthReading(IMethodSymbol method, Value? receiver = null, Arguments? arguments = null)
    {
        var handsObject =
            receiver is Value.Instance
            || arguments?.Hold(value => value is Value.Instance { Allocation.Type: var type } && IsInSource(type))
                == true;
        foreach (var reference in Declarations.Of(method, scope.Source.Compilation))
            if (
                handsObject
                || reference.SyntaxTree == scope.Tree
                || scope.Source.IsMailFile(reference.SyntaxTree, scope.Cancel)
            )
                if (
                    reference.Span.Length <= MostOfSetting
                    || scope.Source.Body(method, scope.Cancel) is { } body
                        && scope.Source.ConcernsMail(body, scope.Cancel)
                )
                    return true;
        return false;
    }

    // The length of a method that has nothing to do with mail, but may still give a port or a password.
    const int MostOfSetting = 160;

    // A Microsoft host, a client, or an object that holds one: worth following into any method of any file.
    bool CarriesMail(Arguments arguments, Value? receiver) => IsMail(receiver) || arguments.Hold(IsMail);

    bool IsMail(Value? value) =>
        value?.Host is not null
        || value is Value.Instance { Allocation: var allocation }
            && (scope.Types.IsClient(allocation.Type) || Array.Exists(state.Members(allocation), HoldsMail));

    bool HoldsMail((Slot Slot, Value Value) member) =>
        member.Value.Host is not null
        || member.Value is Value.Instance { Allocation.Type: var type } && scope.Types.IsClient(type);

    ControlFlowGraph? BodyOf(IMethodSymbol method) =>
        method.MethodKind == MethodKind.LocalFunction
            ? FlowGraphs.OfLocalFunction(graph, method, scope.Cancel)
            : scope.Graph(method);

    Value Enter(ControlFlowGraph body, Frame inner, Arguments arguments)
    {
        foreach (var (parameter, value, _) in arguments)
            Remember(Bound(parameter, inner.Path?.Method), Same(value));
        var outcomes = scope.Run(body, inner, state);
        if (outcomes.Count == 0)
            return Value.Unknown;
        var outcome = outcomes[choices.Choose(outcomes.Count)];
        state =
            inner.Path is { } call && !ReferenceEquals(call, frame.Path)
                ? outcome.State.Forget(call, outcome.Value)
                : outcome.State;
        return outcome.Value;
    }

    // An interface's parameter is another symbol than that of the method that implements it.
    static IParameterSymbol Bound(IParameterSymbol parameter, IMethodSymbol? target) =>
        target?.OriginalDefinition.Parameters.ElementAtOrDefault(parameter.Ordinal) ?? parameter.OriginalDefinition;

    void WriteBack(Arguments arguments, IMethodSymbol? read)
    {
        foreach (var (parameter, _, source) in arguments)
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
                Assign(source, read is null ? Value.Unknown : state.ValueOf(Bound(parameter, read)), source);
    }

    /// <summary>Library methods that pass a value on, and what they make of it; null for every other.</summary>
    Value? Known(IInvocationOperation call, Value? receiver, Arguments arguments)
    {
        var method = call.TargetMethod;
        if (receiver is ClientValues.Token)
            return receiver;
        if (Parsed(call, arguments) is { } parsed)
            return parsed;
        if (Decoded(call, receiver, arguments) is { } decoded)
            return decoded;
        switch (method.Name)
        {
            case "GetEnumerator" when receiver is Value.Instance list && PortsIn(list).Count > 0:
                return receiver;
            case "MoveNext" when receiver is Value.Instance list && PortsIn(list).Count > 0:
                return Value.Unknown;
            case "Create" when method.ContainingType is { Name: "Options", ContainingNamespace.Name: "Options" }:
                return arguments["options"];
            case "FromResult" when arguments.Count() == 1:
                return arguments.First().Value;
            case "ToInt32"
            or "ToBoolean"
            or "ToString"
                when (receiver ?? arguments.FirstOrDefault().Value)
                    is Value.Constant { Data: int or bool or string } same:
                return method.Name == "ToString" ? same with { Data = same.Data!.ToString() } : same;
            case "Trim" or "ToLower" or "ToLowerInvariant" when receiver is Value.Constant { Data: string } text:
                return text;
            // Scopes in one text, or taken apart: the same to whoever asks for the token.
            case "Split" when receiver is Value.Constant { Data: string all } scopes && OAuthScopes.LooksLikeScope(all):
                return scopes;
            case "Contains"
            or "StartsWith"
            or "EndsWith"
                when receiver is Value.Constant { Data: string all }
                    && arguments.FirstOrDefault().Value is Value.Constant { Data: string part }:
                return
                    Holds(method.Name, all, part, StringComparison.Ordinal) is var holds
                    && holds == Holds(method.Name, all, part, StringComparison.OrdinalIgnoreCase)
                    ? Computed(holds, call)
                    : Value.Unknown;
            case "Equals"
                when (receiver ?? arguments["a"]) is Value.Constant { Data: string a }
                    && (
                        arguments.FirstOrDefault(argument => argument.Parameter.Name is "value" or "b").Value
                        is Value.Constant { Data: string b }
                    ):
                return Computed(
                    string.Equals(
                        a,
                        b,
                        arguments.Any(argument => argument.Parameter.Name == "comparisonType")
                            ? StringComparison.OrdinalIgnoreCase
                            : StringComparison.Ordinal
                    ),
                    call
                );
            case "IsNullOrEmpty"
            or "IsNullOrWhiteSpace" when arguments.FirstOrDefault().Value is Value.Constant { Data: var data }:
                return Computed(data is not string { Length: > 0 }, call);
            case "Add" when receiver is Value.Instance { Allocation.Source: Part } list:
                state = state.SetMember(
                    list.Allocation,
                    "Address",
                    state.Has(list.Allocation, "Address")
                        ? Value.Unknown
                        : Facts().Address(arguments.FirstOrDefault().Value ?? Value.Unknown)
                );
                return Value.Unknown;
        }
        if (
            method.Name == "Parse"
            && method.ContainingType.Name is "MailboxAddress" or "InternetAddress"
            && arguments.FirstOrDefault() is { Value: { } address }
        )
        {
            var made = new Value.Instance(new Allocation(call, frame.Path, method.ContainingType));
            state = state.Allocate(made.Allocation).SetMember(made.Allocation, "Address", address);
            return made;
        }
        return FindScope(arguments);
    }

    Value Unread(IInvocationOperation call, Value? receiver, Arguments arguments)
    {
        if (
            receiver is Value.Instance self
            && call.TargetMethod.Name is not ("Dispose" or "DisposeAsync" or "ToString" or "GetHashCode" or "GetType")
        )
            Escape(self, call.Instance!);
        if (IsInSource(call.TargetMethod.ContainingType))
            EscapeHeld(receiver, call);
        Mention(call, call.TargetMethod, arguments);
        if (RegisteredOptions.IsRegistration(call.TargetMethod))
            foreach (var (_, value, _) in arguments)
                Serve(value, call);
        foreach (var (_, value, source) in arguments)
            Escape(value, source);
        WriteBack(arguments, null);
        return scope.Types.IsClient(call.Type) ? Made(new Allocation(call, frame.Path, call.Type)) : Value.Unknown;
    }

    /// <summary>A client that code we do not read has made: anything may be set on it.</summary>
    Value.Instance Made(Allocation allocation)
    {
        if (!state.Knows(allocation))
            state = state.Escape(allocation);
        return new(allocation);
    }

    static bool Holds(string method, string all, string part, StringComparison comparison) =>
        method switch
        {
            "StartsWith" => all.StartsWith(part, comparison),
            "EndsWith" => all.EndsWith(part, comparison),
            _ => all.IndexOf(part, comparison) >= 0,
        };

    /// <summary>The scope among the arguments of a call that asks for a token.</summary>
    ClientValues.Token? FindScope(Arguments arguments)
    {
        foreach (var (_, value, _) in arguments)
        {
            if (value is ClientValues.Token token)
                return token;
            if (ScopeIn(value) is { } scope)
                return new(scope);
        }
        return null;
    }

    Value.Constant? ScopeIn(Value value)
    {
        if (value is Value.Constant { Data: string text } constant)
            return OAuthScopes.LooksLikeScope(text) ? constant : null;
        if (value is not Value.Instance list || scope.Types.IsClient(list.Allocation.Type))
            return null;
        for (var i = 1; state.Member(list.Allocation, Slot.Element(i)) is Value.Constant item; i++)
            if (ScopeIn(item) is { } found)
                return found;
        return null;
    }
}
