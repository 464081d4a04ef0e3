using M365Smtp.Analyzers.Extraction.Clients;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>Finds sends that sign in as another mailbox each turn: the limits are per mailbox.</summary>
internal sealed class MailboxPerTurn
{
    // A method that calls a method that signs in.
    const int Deepest = 3;

    // The login, then a name made of it, then what is made of the name.
    const int MostSteps = 3;

    readonly IReadOnlyList<IOperation> bodies;
    readonly HashSet<ISymbol> differing = new(SymbolEqualityComparer.Default);

    MailboxPerTurn(IReadOnlyList<IOperation> bodies, IEnumerable<ISymbol> differing)
    {
        this.bodies = bodies;
        this.differing.UnionWith(differing);
    }

    /// <param name="turn">The loop, the lambda or the method that runs for each message, or repeats itself.</param>
    public static bool Differs(IOperation send, IOperation turn, IReadOnlyList<IOperation> bodies) =>
        turn switch
        {
            ILoopOperation loop => new MailboxPerTurn(bodies, loop.Locals.Concat(Asked(loop))).SignsIn(loop.Body, 0),
            IAnonymousFunctionOperation lambda => new MailboxPerTurn(bodies, lambda.Symbol.Parameters).SignsIn(
                lambda.Body,
                0
            ),
            { Parent: null } or ILocalFunctionOperation => new MailboxPerTurn(bodies, []).SignsIn(turn, 0),
            _ => send is IMethodReferenceOperation { Method: var method }
                && Within(method, method.Parameters, bodies, 0),
        };

    // 'while (reader.Read()) … reader.GetString(0)', 'while (queue.Count > 0) … queue.Dequeue()'
    static IEnumerable<ISymbol> Asked(ILoopOperation loop) =>
        loop is IWhileLoopOperation { Condition: { } condition }
            ? condition.DescendantsAndSelf().Select(FailureState.Key).OfType<ISymbol>()
            : Enumerable.Empty<ISymbol>();

    static bool Within(
        IMethodSymbol method,
        IEnumerable<IParameterSymbol> parameters,
        IReadOnlyList<IOperation> bodies,
        int depth
    ) =>
        depth < Deepest
        && Callees.BodyOf(method.OriginalDefinition, bodies) is { } body
        && new MailboxPerTurn(
            bodies,
            parameters.Select(parameter => method.OriginalDefinition.Parameters[parameter.Ordinal])
        ).SignsIn(body, depth);

    bool SignsIn(IOperation code, int depth)
    {
        var all = code.DescendantsAndSelf().ToList();
        for (var step = 0; step < MostSteps; step++)
            differing.UnionWith(all.SelectMany(Derived).ToList());
        return all.Any(IsOwnLogin)
            || all.OfType<IInvocationOperation>()
                .Any(call =>
                    Within(
                        call.TargetMethod,
                        call.Arguments.Where(argument => Differs(argument.Value))
                            .Select(argument => argument.Parameter)
                            .OfType<IParameterSymbol>(),
                        bodies,
                        depth + 1
                    )
                );
    }

    IEnumerable<ISymbol> Derived(IOperation operation) =>
        operation switch
        {
            IVariableDeclaratorOperation { Symbol: var local } declared
                when declared.GetVariableInitializer() is { } initializer && Differs(initializer.Value) => [local],
            ISimpleAssignmentOperation
            {
                Target: (ILocalReferenceOperation or IFieldReferenceOperation) and var target,
                Value: var value
            }
                when FailureState.Key(target) is ISymbol set && (Differs(value) || Mentions(value, set)) => [set],
            // 'boxes[next++ % boxes.Length]'
            IIncrementOrDecrementOperation { Target: var counter } when FailureState.Key(counter) is ISymbol counted =>
                [counted],
            IInvocationOperation call when HandsOut(call.TargetMethod) => [call.TargetMethod],
            _ => Enumerable.Empty<ISymbol>(),
        };

    bool IsOwnLogin(IOperation operation) =>
        operation switch
        {
            IArgumentOperation { Parameter.Name: "userName" or "username", Value: var user } => Differs(user),
            // A token may differ for one mailbox, so a credential made on the spot says nothing.
            IArgumentOperation { Parameter.Name: "credentials" or "mechanism", Value: var login } =>
                IsHandedOver(login),
            ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation { Property.Name: "Credentials" },
                Value: var login
            } => IsHandedOver(login),
            ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation
                {
                    Property: { Name: "UserName", ContainingType.Name: "NetworkCredential" }
                },
                Value: var user
            } => Differs(user),
            _ => false,
        };

    // 'account.Login', or a parameter that gets it.
    bool IsHandedOver(IOperation login) =>
        ClientCalls.Unconverted(login) is IMemberReferenceOperation or IParameterReferenceOperation && Differs(login);

    // 'mailboxes.Next()'
    static bool HandsOut(IMethodSymbol method) =>
        method.Name.StartsWith("Next", StringComparison.Ordinal)
        || method.Name.StartsWith("Pick", StringComparison.Ordinal)
        || method.Name.StartsWith("Rotate", StringComparison.Ordinal);

    static bool Mentions(IOperation value, ISymbol variable) =>
        value.DescendantsAndSelf().Any(inner => Equals(FailureState.Key(inner), variable));

    bool Differs(IOperation value) =>
        value
            .DescendantsAndSelf()
            .Any(inner =>
                FailureState.Key(inner) is ISymbol variable && differing.Contains(variable)
                || inner is IInvocationOperation { TargetMethod: var method } && differing.Contains(method)
            );
}
