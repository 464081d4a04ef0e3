using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>
/// Tells a loop that sends a mail on each iteration from one that waits, retries, or sends occasionally.
/// </summary>
internal static class Loops
{
    /// <summary>
    /// The loop that sends a separate mail on each iteration without any wait; null if there is none.
    /// </summary>
    /// <param name="bodies">The code of the file, to see what feeds a stream.</param>
    public static IOperation? Unpaced(IOperation send, IEnumerable<IOperation> bodies)
    {
        if (send is not IInvocationOperation call || IsStarted(call))
            return null;
        for (var outer = send.Parent; outer is not null; outer = outer.Parent)
            switch (outer)
            {
                case IConditionalOperation
                or ISwitchOperation
                or ISwitchExpressionOperation
                or ICatchClauseOperation
                or ILocalFunctionOperation:
                    return null;
                case IAnonymousFunctionOperation lambda:
                    return
                        Each(lambda) is { } each && IsOneMailATurn(lambda, call, bodies) && !Pauses.Within(lambda.Body)
                        ? each
                        : null;
                case IForEachLoopOperation { IsAsynchronous: true } stream
                    when !Streams.AreReady(stream.Collection, bodies):
                    return null;
                case ILoopOperation loop:
                    return
                        IsOneMailATurn(loop, call, bodies)
                        && !WaitsForWork(loop)
                        && !Ends(loop)
                        && !Pauses.IsShort(loop)
                        && !Pauses.Within(Outermost(loop))
                        ? loop
                        : null;
            }
        return null;
    }

    // A task that is only started belongs to the code that awaits it.
    static bool IsStarted(IInvocationOperation call)
    {
        if (call.Type is not { Name: "Task" or "ValueTask" })
            return false;
        var outer = call.Parent;
        while (outer is IConversionOperation || outer is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
            outer = outer.Parent;
        return outer
            is not (
                IAwaitOperation
                or IInvocationOperation { TargetMethod.Name: "Wait" or "GetAwaiter" }
                or IPropertyReferenceOperation
            );
    }

    /// <summary>'list.ForEach(lambda)'; null for any other use of a lambda.</summary>
    public static IInvocationOperation? Each(IAnonymousFunctionOperation lambda) =>
        lambda.Parent
            is IDelegateCreationOperation
        {
            Parent: IArgumentOperation
            {
                Parent: IInvocationOperation
                {
                    TargetMethod: { Name: "ForEach", ContainingType.Name: "List" or "ImmutableList" or "Array" }
                } call
            }
        }
            ? call
            : null;

    static bool IsOneMailATurn(IOperation loop, IInvocationOperation call, IEnumerable<IOperation> bodies)
    {
        if (call.Arguments.Any(argument => argument.Descendants().Any(inner => inner is IObjectCreationOperation)))
            return true;
        var turns = new Turns(loop, bodies);
        return call.Arguments.Any(argument => turns.DiffersEachTurn(argument.Value));
    }

    // 'foreach (var few in all.Chunk(25)) { foreach (…) Send(…); await Task.Delay(…); }': the pause may be in any
    // enclosing loop.
    static ILoopOperation Outermost(ILoopOperation loop)
    {
        for (var outer = loop.Parent; outer is not null; outer = outer.Parent)
            if (outer is ILoopOperation around)
                loop = around;
        return loop;
    }

    // 'while (…) { var mail = await queue.Next(); … }'
    static bool WaitsForWork(ILoopOperation loop) =>
        loop is IWhileLoopOperation
        && loop.Body.Descendants()
            .Any(inner =>
                inner
                    is IAwaitOperation
                {
                    Operation: IInvocationOperation
                    {
                        TargetMethod.ContainingNamespace.Name: not ("Smtp" or "Mail" or "MailKit")
                    }
                }
            );

    // A loop with an exit inside tries until it succeeds.
    static bool Ends(ILoopOperation loop) =>
        loop
            .Body.Descendants()
            .Any(inner =>
                inner is IReturnOperation { IsImplicit: false } or IBranchOperation { BranchKind: BranchKind.Break }
            );
}
