using System.Collections.Immutable;
using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Configuration;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>
/// Calls: of code we can read, of the few library methods that pass a value on, and of everything else.
/// </summary>
internal sealed class Calls(Visit visit)
{
    public Value Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var receiver = call.Instance is null ? null : visit.Evaluate(call.Instance);
        if (method.MethodKind == MethodKind.Constructor && receiver is Value.Instance constructed)
            return ConstructBase(constructed, method, call);
        if (method.Name == "<Clone>$")
            return receiver is Value.Instance original ? visit.Expressions.Clone(original, call) : Value.Unknown;
        var arguments = ArgumentsOf(call, receiver);
        if (receiver is not null && IsOfTask(method))
            return receiver;
        if (visit.ClientCalls.ClientApiOf(call, receiver) is { } api)
            return visit.ClientCalls.ClientCall(
                api,
                method.Name,
                visit.ClientCalls.ClientOf(call.Instance!, receiver),
                call,
                arguments
            );
        if (receiver is Value.Function function && visit.Lambdas.Invoke(function, arguments, call) is { } answer)
            return answer;
        if (Read(call, Callee.Of(call, receiver), arguments) is { } result)
            return result;
        if (
            Conditions.IsQuestion(method.Name)
            && visit.State.AnswerTo(new SameCall(call.Syntax.ToString())) is Value.Constant decided
        )
            return decided;
        if (visit.LookUps.LookedUp(call, receiver, arguments) is { } configured)
            return configured;
        if (AllCalls.Result(new(visit, call, receiver, arguments)) is { } known)
            return known;
        return Unread(call, receiver, arguments);
    }

    // A task stands for its result.
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
        var arguments = EvaluateArguments(call.Arguments);
        visit.Objects.Construct(self, constructor, arguments, call);
        return Value.Unknown;
    }

    public Arguments EvaluateArguments(ImmutableArray<IArgumentOperation> arguments)
    {
        if (arguments.IsEmpty)
            return Arguments.None;
        var all = new List<(IParameterSymbol, Value, IOperation)>(arguments.Length);
        foreach (var argument in arguments)
            if (argument.Parameter is { } parameter)
                all.Add((parameter, Argument(argument, parameter), argument.Value));
        return new(all);
    }

    // In Visual Basic the first argument of an extension method is the receiver of the call.
    Arguments ArgumentsOf(IInvocationOperation call, Value? receiver)
    {
        var arguments = EvaluateArguments(call.Arguments);
        return receiver is null || call.TargetMethod.ReducedFrom is not { Parameters: var parameters }
            ? arguments
            : new(
                [
                    (parameters[0], receiver, call.Instance!),
                    .. arguments.Select(one => (parameters[one.Parameter.Ordinal + 1], one.Value, one.Source)),
                ]
            );
    }

    Value Argument(IArgumentOperation argument, IParameterSymbol parameter)
    {
        if (argument.ArgumentKind != ArgumentKind.DefaultValue)
            return visit.Evaluate(argument.Value);
        return visit.IsInSource(parameter.ContainingType) ? Default(parameter, argument) : Value.Unset;
    }

    Value Default(IParameterSymbol parameter, IOperation at) =>
        visit.Scope.Source.Default(parameter, visit.Scope.Cancel) is { } given ? visit.Here(given, at) : Value.Unknown;

    /// <summary>
    /// Reads the code that a call runs; null if it is not visible or reading it can reveal nothing. What several
    /// overrides do is known only if they agree.
    /// </summary>
    public Value? Read(IOperation call, Callee callee, Arguments arguments)
    {
        var before = visit.State;
        Outcome? agreed = null;
        foreach (var (body, method) in Bodies(callee, arguments))
        {
            visit.State = before;
            var result = RunBody(body, visit.Frame.Enter(call, method, callee.Receiver ?? Value.Unknown), arguments);
            WriteBack(arguments, method);
            var outcome = new Outcome(visit.State, result);
            agreed = agreed is null ? outcome : FlowAnalysis.Merge(agreed, outcome);
        }
        if (agreed is null)
            return null;
        visit.State = agreed.State;
        return agreed.Value;
    }

    // More overrides hardly ever agree.
    const int MostOverrides = 4;

    List<(ControlFlowGraph Body, IMethodSymbol Method)> Bodies(Callee callee, Arguments arguments)
    {
        var (named, receiver) = (callee.Method, callee.Receiver);
        if (!visit.IsInSource(named.ContainingType) && named.MethodKind != MethodKind.LocalFunction)
            return [];
        var carries = MailValues.Matters(visit, receiver) || arguments.Hold(value => MailValues.Matters(visit, value));
        if (
            named.ContainingType.TypeKind == TypeKind.Interface
            && (carries || receiver is Value.Instance)
            && visit.MemberReads.Implementation(named.OriginalDefinition, receiver) is IMethodSymbol implementation
        )
            callee = callee with { Method = implementation };
        var methods = Targets(callee);
        var all = new List<(ControlFlowGraph, IMethodSymbol)>();
        foreach (var method in methods.Take(MostOverrides))
            if (
                !method.IsAbstract
                && !method.IsExtern
                && visit.Frame.MayEnter(method)
                && (carries || IsWorthReading(method, receiver, arguments))
                && BodyOf(method) is { } body
            )
                all.Add((body, Declarations.WithBody(method)));
        return all.Count == methods.Count ? all : [];
    }

    /// <summary>
    /// The methods that a call may run: several if it is virtual and the class of its receiver is not known.
    /// </summary>
    public IReadOnlyList<IMethodSymbol> Targets(Callee callee)
    {
        if (!callee.IsVirtual || callee.Instance is null)
            return [callee.Method];
        if (MemberReads.ClassOf(callee.Receiver) is { } made)
            return [Implementations.In(made, callee.Method)];
        var type =
            (callee.Receiver as Value.Instance)?.Allocation.Type ?? ClientCalls.Unconverted(callee.Instance).Type;
        return visit.Scope.Source.Implementations.Of(
            callee.Method,
            type as INamedTypeSymbol ?? callee.Method.ContainingType
        );
    }

    public bool IsWorthReading(IMethodSymbol method, Value? receiver = null, Arguments? arguments = null)
    {
        var handsObject =
            receiver is Value.Instance
            || arguments?.Hold(value => value is Value.Instance { Allocation.Type: var type } && visit.IsInSource(type))
                == true;
        foreach (var reference in Declarations.Of(method, visit.Scope.Source.Compilation))
            if (
                handsObject
                || reference.SyntaxTree == visit.Scope.Tree
                || visit.Scope.Source.IsMailFile(reference.SyntaxTree, visit.Scope.Cancel)
            )
                if (
                    reference.Span.Length <= MostOfSetting
                    || visit.Scope.Source.Body(method, visit.Scope.Cancel) is { } body
                        && visit.Scope.Source.ConcernsMail(body, visit.Scope.Cancel)
                )
                    return true;
        return false;
    }

    // The maximum length of a method unrelated to mail that may still return a relevant number or string.
    const int MostOfSetting = 160;

    public ControlFlowGraph? BodyOf(IMethodSymbol method) =>
        method.MethodKind == MethodKind.LocalFunction
            ? FlowGraphs.OfLocalFunction(visit.Graph, method, visit.Scope.Cancel)
            : visit.Scope.Graph(method);

    public Value RunBody(ControlFlowGraph body, Frame inner, Arguments arguments)
    {
        foreach (var (parameter, value, _) in arguments)
            visit.Remember(ParameterOf(parameter, inner.Path?.Method), Visit.Same(value));
        var outcomes = visit.Scope.Run(body, inner, visit.State);
        if (outcomes.Count == 0)
            return Value.Unknown;
        var outcome = outcomes[visit.Choices.Choose(outcomes.Count)];
        visit.State =
            inner.Path is { } call && !ReferenceEquals(call, visit.Frame.Path)
                ? outcome.State.Forget(call, outcome.Value)
                : outcome.State;
        return outcome.Value;
    }

    // An interface's parameter is a different symbol than that of its implementation.
    static IParameterSymbol ParameterOf(IParameterSymbol parameter, IMethodSymbol? target) =>
        target?.OriginalDefinition.Parameters.ElementAtOrDefault(parameter.Ordinal) ?? parameter.OriginalDefinition;

    void WriteBack(Arguments arguments, IMethodSymbol? read)
    {
        foreach (var (parameter, _, source) in arguments)
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
                visit.Objects.Assign(
                    source,
                    read is null ? Value.Unknown : visit.State.ValueOf(ParameterOf(parameter, read)),
                    source
                );
    }

    Value Unread(IInvocationOperation call, Value? receiver, Arguments arguments)
    {
        if (
            receiver is Value.Instance self
            && call.TargetMethod.Name is not ("Dispose" or "DisposeAsync" or "ToString" or "GetHashCode" or "GetType")
        )
            visit.Objects.Escape(self, call.Instance!);
        if (visit.IsInSource(call.TargetMethod.ContainingType))
            visit.Objects.EscapeHeld(receiver, call);
        visit.UnreadCalls.Called(call, call.TargetMethod, arguments);
        if (RegisteredOptions.IsRegistration(call.TargetMethod))
            foreach (var (_, value, _) in arguments)
                visit.Registrations.Serve(value, call);
        foreach (var (_, value, source) in arguments)
            visit.Objects.Escape(value, source);
        WriteBack(arguments, null);
        return visit.Watches(call.Type)
            ? FromOutside(new Allocation(call, visit.Frame.Path, call.Type))
            : Value.Unknown;
    }

    /// <summary>An object created by code we do not read: any member may be set.</summary>
    public Value.Instance FromOutside(Allocation allocation)
    {
        if (!visit.State.Knows(allocation))
            visit.State = visit.State.Escape(allocation);
        return new(allocation);
    }
}
