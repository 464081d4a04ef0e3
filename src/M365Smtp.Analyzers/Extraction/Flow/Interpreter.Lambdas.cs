using M365Smtp.Analyzers.Apis;
using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Configuration;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Surroundings.Pacing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>Lambdas: read where they stand, as code that may run at any time, any number of times.</summary>
internal sealed partial class Interpreter
{
    Value Lambda(IFlowAnonymousFunctionOperation lambda)
    {
        var captured = Captured(lambda);
        foreach (var variable in captured)
        {
            // The lambda may run at any time: an object it holds may change, a variable that it or others change later
            // is not known in it.
            if (state.ValueOf(variable) is Value.Instance held && !IsValue(held) && !OnlySends(lambda, variable))
            {
                Leaves(held, lambda);
                state = state.Escape(held.Allocation);
            }
        }
        foreach (var variable in Written(lambda))
            state = state.SetVariable(variable, Value.Unknown);
        var reassigned = scope.Reassigned(graph);
        var inside = state.WithoutVariables(symbol =>
            symbol is ILocalSymbol or IParameterSymbol && reassigned.Contains(symbol)
        );
        var given = lambda
            .Symbol.Parameters.Where(parameter =>
                parameter.Type.TypeKind == TypeKind.Class && !scope.Types.IsClient(parameter.Type)
            )
            .Select(parameter => (parameter, Object: new Allocation(parameter, frame.Path, parameter.Type)))
            .ToList();
        // A library's options object comes as its constructor left it.
        foreach (var (parameter, made) in given)
            inside = (
                LibraryFacts.OptionsOf(parameter.Type) is null ? inside.Escape(made) : inside.Allocate(made)
            ).SetVariable(parameter, new Value.Instance(made));
        if (FlowGraphs.OfLambda(graph, lambda, scope.Cancel) is not { } body)
            return Value.Unknown;
        var outcomes = scope.Run(body, frame, inside);
        HandBack(given.Select(pair => pair.Object), outcomes, lambda);
        if (IsRegistered(lambda))
            Register(outcomes, lambda);
        return new Value.Function(lambda.Symbol, ResultOf(outcomes)) { Body = body, This = frame.This };
    }

    /// <summary>'list.ForEach(to => client.Send(…))' runs here and now, and leaves the client as it is.</summary>
    bool OnlySends(IFlowAnonymousFunctionOperation lambda, ISymbol client) =>
        scope.Source.Written(lambda) is IAnonymousFunctionOperation { Body: var body } written
        && Loops.Each(written) is not null
        && body.Descendants()
            .All(inner =>
                inner is not ILocalReferenceOperation { Local: var local }
                || !SymbolEqualityComparer.Default.Equals(local, client)
                || inner.Parent is IInvocationOperation call
                    && call.Instance == inner
                    && scope.Types.ApiOf(local.Type)?.Role(call.TargetMethod.Name)
                        is MethodRole.Send
                            or MethodRole.Neutral
            );

    /// <summary>A call of a lambda or method that a variable holds; null where its code is out of sight.</summary>
    Value? Invoke(Value.Function function, Arguments arguments, IOperation call) =>
        function.Body is { } body && frame.MayEnter(function.Method)
            ? Enter(body, frame.Enter(call, function.Method, function.This), arguments)
            : null;

    /// <summary>'services.AddSingleton(_ => new SmtpClient(…))': a container makes the client and hands it to who
    /// sends.</summary>
    bool IsRegistered(IFlowAnonymousFunctionOperation lambda)
    {
        var outer = scope.Source.Written(lambda)?.Parent;
        while (outer is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
            outer = outer.Parent;
        return outer is IInvocationOperation { TargetMethod: var method } && RegisteredOptions.IsRegistration(method);
    }

    /// <summary>'services.AddSingleton(new Mailer("smtp.office365.com", …))': whoever gets the object calls its
    /// methods, on what it was made with.</summary>
    void Serve(Value value, IOperation call)
    {
        if (
            value
                is not Value.Instance
                {
                    Allocation: { Source: IObjectCreationOperation, Type: INamedTypeSymbol type } made
                }
            || !IsInSource(type)
            || !Array.Exists(state.Members(made), member => member.Value.Host is not null)
        )
            return;
        var members = scope.Source.MembersOf(type, scope.Cancel);
        var before = state;
        var served = state
            .WithoutMembers(
                made,
                slot =>
                    slot.IsMember
                    && type.GetMembers(slot.Name).FirstOrDefault() is IFieldSymbol or IPropertySymbol
                    && !members.IsSettled(type.GetMembers(slot.Name)[0])
            )
            .Expose(made);
        foreach (var member in type.GetMembers())
            if (
                member
                    is IMethodSymbol
                {
                    MethodKind: MethodKind.Ordinary,
                    IsStatic: false,
                    DeclaredAccessibility: not Accessibility.Private
                } method
                && frame.MayEnter(method)
                && BodyOf(method) is { } body
            )
                scope.Run(body, frame.Enter(call, method, value), served);
        state = before;
    }

    void Register(IReadOnlyList<Outcome> outcomes, IOperation lambda)
    {
        var before = state;
        foreach (var outcome in outcomes)
        {
            state = outcome.State;
            Serve(outcome.Value, lambda);
            if (
                outcome.Value
                    is Value.Instance { Allocation: { Source: IObjectCreationOperation, Type: var type } } client
                && scope.Types.IsClient(type)
            )
            {
                // Whoever gets the client might set what is missing.
                foreach (var property in LateProperties)
                    if (
                        state.Member(client.Allocation, property) == Value.Unset
                        && scope.Source.MayAssign(property, scope.Cancel)
                    )
                        state = state.SetMember(client.Allocation, property, Value.Unknown);
                Report(client, lambda, Moment.Registered);
            }
        }
        state = before;
    }

    static readonly string[] LateProperties = ["Port", "EnableSsl"];

    // 'Configure(options => { options.Host = …; })': what the lambda was given to fill goes back to who called it.
    void HandBack(IEnumerable<Allocation> filled, IReadOnlyList<Outcome> outcomes, IOperation lambda)
    {
        var before = state;
        foreach (var outcome in outcomes)
        {
            state = outcome.State;
            foreach (var made in filled)
                Mention(new Value.Instance(made), lambda);
        }
        state = before;
    }

    Value.Function Group(IMethodReferenceOperation reference)
    {
        Evaluate(reference.Instance);
        return frame.MayEnter(reference.Method) && BodyOf(reference.Method) is { } body
            ? new Value.Function(
                reference.Method,
                ResultOf(scope.Run(body, frame.Enter(reference, reference.Method, frame.This), state))
            )
            {
                Body = body,
                This = frame.This,
            }
            : new Value.Function(reference.Method, Value.Unknown);
    }

    static Value ResultOf(IReadOnlyList<Outcome> outcomes) =>
        outcomes.Count > 0 ? outcomes.Aggregate((a, b) => Merge(a, b)).Value : Value.Unknown;

    List<ISymbol> Captured(IFlowAnonymousFunctionOperation lambda)
    {
        List<ISymbol> found = [];
        foreach (var inner in scope.Source.Written(lambda)?.Descendants() ?? [])
            if (inner is ILocalReferenceOperation { Local: var local })
                found.Add(local);
            else if (inner is IParameterReferenceOperation { Parameter: var parameter })
                found.Add(parameter);
        return found;
    }

    HashSet<ISymbol> Written(IFlowAnonymousFunctionOperation lambda) =>
        scope.Source.Written(lambda) is { } body ? Reassigned(body) : new(SymbolEqualityComparer.Default);

    /// <summary>The variables that some code assigns after they were declared.</summary>
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
