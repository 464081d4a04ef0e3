using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>Calls that run more sends at once than a mailbox allows connections.</summary>
internal static class ParallelCalls
{
    /// <summary>
    /// The sending client of a Task.WhenAll or Parallel call; null if it does not send, or is limited.
    /// </summary>
    /// <param name="bodies">The code of the file, to see what limits them.</param>
    public static SmtpUsage? Sends(
        IInvocationOperation call,
        SendOperations operations,
        IReadOnlyList<IOperation> bodies
    )
    {
        if (!IsParallel(call.TargetMethod) && !IsStartedEachTurn(call))
            return null;
        var started = call.Arguments.SelectMany(argument => Behind(argument, call)).ToList();
        if (started.Any(operation => ParallelBounds.MayHold(operation, bodies)) || IsPortion(call))
            return null;
        if (MostAtOnce(call, new Counts(bodies)) <= Limits.ConcurrentConnections)
            return null;
        var clients = new SharedClients(operations, bodies);
        var sends = started
            .Where(operation =>
                operations.Of(operation) is not null
                && !clients.MayServe(operation)
                && !MailboxPerTurn.Differs(operation, Turn(operation), bodies)
            )
            .ToList();
        return
            sends.Count <= Limits.ConcurrentConnections
            && IsParallel(call.TargetMethod)
            && sends.All(send => RunsOnce(send, call))
            ? null
            : sends.Select(operations.Of).FirstOrDefault();
    }

    /// <summary>The sends that run at once; null if no limit is shown.</summary>
    static long? MostAtOnce(IInvocationOperation call, Counts counts) =>
        call switch
        {
            { TargetMethod.Name: "WhenAll", Arguments: [{ Value: var tasks }] } => counts.Items(tasks),
            {
                TargetMethod: { Name: "For", ContainingType.Name: "Parallel" },
                Arguments: [_, { Value: var end }, ..]
            } => counts.Number(end),
            _ when IsParallel(call.TargetMethod) => (call.Instance ?? call.Arguments.FirstOrDefault()?.Value)
                is { } source
                ? counts.Items(source)
                : null,
            _ => Enclosing.Loops(call).Aggregate((long?)1, (turns, loop) => turns * counts.Turns(loop)),
        };

    // What runs for each message: a lambda or a loop around the send, or the method itself.
    static IOperation Turn(IOperation send)
    {
        if (send is IMethodReferenceOperation)
            return send;
        for (var outer = send.Parent; outer is not null; outer = outer.Parent)
            if (outer is IAnonymousFunctionOperation { Symbol.Parameters.IsEmpty: false } or ILoopOperation)
                return outer;
        return send;
    }

    // 'Task.WhenAll(Send(a), Send(b))': as many as are written.
    static bool RunsOnce(IOperation send, IOperation call)
    {
        for (
            var outer = send;
            outer is not null && outer != call && outer is not IVariableDeclaratorOperation;
            outer = outer.Parent
        )
            if (outer is ILoopOperation or IAnonymousFunctionOperation or IMethodReferenceOperation)
                return false;
        return true;
    }

    // 'foreach (var few in all.Chunk(3))': the author chose the number.
    static bool IsPortion(IOperation call)
    {
        for (var outer = call.Parent; outer is not null; outer = outer.Parent)
            if (
                outer is IForEachLoopOperation loop
                && loop.Collection.DescendantsAndSelf()
                    .Any(inner =>
                        inner
                            is IInvocationOperation { TargetMethod.Name: "Chunk" or "Batch" or "Buffer" or "Partition" }
                    )
            )
                return true;
        return false;
    }

    static bool IsParallel(IMethodSymbol method) =>
        method
            is { Name: "WhenAll", ContainingType.Name: "Task" }
                or { Name: "ForAll", ContainingType.Name: "ParallelEnumerable" }
        || method.ContainingType.Name == "Parallel" && method.Name.StartsWith("For", StringComparison.Ordinal);

    // 'foreach (…) Task.Run(() => …);': the next starts without waiting for the last.
    static bool IsStartedEachTurn(IInvocationOperation call)
    {
        if (
            call
            is not
            {
                TargetMethod: { Name: "Run", ContainingType.Name: "Task" }
                    or { Name: "StartNew", ContainingType.Name: "TaskFactory" }
                    or { Name: "QueueUserWorkItem", ContainingType.Name: "ThreadPool" },
                Parent: IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation }
            }
        )
            return false;
        for (
            var outer = call.Parent;
            outer is IExpressionStatementOperation or ISimpleAssignmentOperation or IBlockOperation or ILoopOperation;
            outer = outer.Parent
        )
            if (outer is ILoopOperation loop)
                return loop is IForEachLoopOperation { IsAsynchronous: false } or IForLoopOperation
                    && !loop.Body.Descendants().Any(Pauses.Is);
        return false;
    }

    /// <summary>
    /// The operations behind an argument: its own, and for a local what was put into it: its initializer, or <c>Add</c>
    /// in a loop.
    /// </summary>
    static IEnumerable<IOperation> Behind(IOperation argument, IOperation call)
    {
        var root = Enclosing.Root(call);
        foreach (var inner in argument.DescendantsAndSelf())
        {
            yield return inner;
            if (inner is not ILocalReferenceOperation { Local: var local })
                continue;
            foreach (var candidate in root.Descendants())
                if (Fills(candidate, local))
                    foreach (var filled in candidate.Descendants())
                        yield return filled;
        }
    }

    static bool Fills(IOperation candidate, ILocalSymbol local) =>
        candidate switch
        {
            IVariableDeclaratorOperation declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local),
            IInvocationOperation { TargetMethod.Name: "Add", Instance: ILocalReferenceOperation list } add =>
                SymbolEqualityComparer.Default.Equals(list.Local, local) && IsInLoop(add),
            _ => false,
        };

    static bool IsInLoop(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
            if (outer is ILoopOperation)
                return true;
        return false;
    }
}
