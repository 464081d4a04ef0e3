using M365Smtp.Analyzers.Apis;
using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>Lambdas: read where they are written, as code that may run at any time, any number of times.</summary>
internal sealed class Lambdas(Visit visit)
{
    public Value Lambda(IFlowAnonymousFunctionOperation lambda)
    {
        var captured = Captures(lambda);
        foreach (var variable in captured)
        {
            // The lambda may run at any time: captured objects may change, and variables that are assigned later are
            // unknown inside.
            if (
                visit.State.ValueOf(variable) is Value.Instance held
                && !visit.Objects.IsValue(held)
                && !visit.ClientCalls.OnlySends(lambda, variable)
            )
            {
                visit.ClientCalls.Leaves(held, lambda);
                visit.State = visit.State.Escape(held.Allocation);
            }
        }
        foreach (var variable in WrittenIn(lambda))
            visit.State = visit.State.SetVariable(variable, Value.Unknown);
        var inside = visit.State.WithoutVariables(visit.Scope.Reassigned(visit.Graph).Contains);
        var given = lambda
            .Symbol.Parameters.Where(parameter =>
                parameter.Type.TypeKind == TypeKind.Class && !visit.Watches(parameter.Type)
            )
            .Select(parameter => (parameter, Object: new Allocation(parameter, visit.Frame.Path, parameter.Type)))
            .ToList();
        // A library's options object arrives as its constructor left it.
        foreach (var (parameter, made) in given)
            inside = (
                LibraryFacts.OptionsOf(parameter.Type) is null ? inside.Escape(made) : inside.Allocate(made)
            ).SetVariable(parameter, new Value.Instance(made));
        if (FlowGraphs.OfLambda(visit.Graph, lambda, visit.Scope.Cancel) is not { } body)
            return Value.Unknown;
        var outcomes = visit.Scope.Run(body, visit.Frame, inside);
        HandBack(given.Select(pair => pair.Object), outcomes, lambda);
        if (visit.Registrations.IsRegistered(lambda))
            visit.Registrations.Register(outcomes, lambda);
        return new Value.Function(lambda.Symbol, ResultOf(outcomes)) { Body = body, This = visit.Frame.This };
    }

    /// <summary>A call of a lambda or method held by a variable; null if its code is not visible.</summary>
    public Value? Invoke(Value.Function function, Arguments arguments, IOperation call) =>
        function.Body is { } body && visit.Frame.MayEnter(function.Method)
            ? visit.Calls.RunBody(body, visit.Frame.Enter(call, function.Method, function.This), arguments)
            : null;

    // 'Configure(options => { … })': the object filled by the lambda is returned to the caller.
    void HandBack(IEnumerable<Allocation> filled, IReadOnlyList<Outcome> outcomes, IOperation lambda)
    {
        var before = visit.State;
        foreach (var outcome in outcomes)
        {
            visit.State = outcome.State;
            foreach (var made in filled)
                visit.UnreadCalls.Shown(new Value.Instance(made), lambda);
        }
        visit.State = before;
    }

    public Value.Function Group(IMethodReferenceOperation reference)
    {
        var receiver = reference.Instance is { } instance ? visit.Evaluate(instance) : visit.Frame.This;
        var named = new Callee(reference.Method, reference.IsVirtual, reference.Instance, receiver);
        if (
            visit.Calls.Targets(named) is not [var method]
            || !visit.Frame.MayEnter(method)
            || visit.Calls.BodyOf(method) is not { } body
        )
            return new(reference.Method, Value.Unknown);
        var outcomes = visit.Scope.Run(body, visit.Frame.Enter(reference, method, receiver), visit.State);
        return new(method, ResultOf(outcomes)) { Body = body, This = receiver };
    }

    static Value ResultOf(IReadOnlyList<Outcome> outcomes) =>
        outcomes.Count > 0 ? outcomes.Aggregate(FlowAnalysis.Merge).Value : Value.Unknown;

    List<ISymbol> Captures(IFlowAnonymousFunctionOperation lambda)
    {
        List<ISymbol> found = [];
        foreach (var inner in visit.Scope.Source.Written(lambda)?.Descendants() ?? [])
            if (inner is ILocalReferenceOperation { Local: var local })
                found.Add(local);
            else if (inner is IParameterReferenceOperation { Parameter: var parameter })
                found.Add(parameter);
        return found;
    }

    HashSet<ISymbol> WrittenIn(IFlowAnonymousFunctionOperation lambda) =>
        visit.Scope.Source.Written(lambda) is { } body ? Reassigned(body) : new(SymbolEqualityComparer.Default);

    /// <summary>The variables that code assigns after their declaration.</summary>
    internal static HashSet<ISymbol> Reassigned(IOperation code)
    {
        HashSet<ISymbol> found = new(SymbolEqualityComparer.Default);
        foreach (var operation in code.Descendants())
        {
            var target = operation switch
            {
                IAssignmentOperation assignment => assignment.Target,
                IIncrementOrDecrementOperation step => step.Target,
                IArgumentOperation { Parameter.RefKind: not RefKind.None } argument => argument.Value,
                _ => null,
            };
            if (target is ILocalReferenceOperation local)
                found.Add(local.Local);
            else if (target is IParameterReferenceOperation parameter)
                found.Add(parameter.Parameter);
        }
        return found;
    }
}
