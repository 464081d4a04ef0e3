using M365Smtp.Knowledge;
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
    public static IOperation? Unpaced(IOperation send, IReadOnlyList<IOperation> bodies)
    {
        if (send is not IInvocationOperation call || IsStarted(call))
            return null;
        var counts = new Counts(bodies);
        var turns = 1L;
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
                        Each(lambda) is { } each
                        && IsOneMailATurn(lambda, call, bodies)
                        && !Pauses.Within(lambda.Body)
                        && !MailboxPerTurn.Differs(call, lambda, bodies)
                        && IsMany(counts.Items(Source(each)), turns)
                        ? each
                        : null;
                case IForEachLoopOperation { IsAsynchronous: true } stream
                    when !Streams.AreReady(stream.Collection, bodies):
                    return null;
                case ILoopOperation loop:
                    if (!IsOneMailATurn(loop, call, bodies) || Waits.ForWork(loop, bodies) || Ends(loop))
                        return null;
                    if (MailboxPerTurn.Differs(call, loop, bodies))
                        return null;
                    var most = counts.Turns(loop);
                    if (IsMany(most, turns))
                        return Waits.Pauses(loop, bodies) ? null : loop;
                    turns *= most ?? 1;
                    break;
            }
        return null;
    }

    static bool IsMany(int? turns, long outer) => turns is null || turns * outer > Limits.MessagesPerMinute;

    // 'list.ForEach(…)', 'Array.ForEach(list, …)'
    static IOperation Source(IInvocationOperation each) => each.Instance ?? each.Arguments[0].Value;

    /// <summary>A task that is only started belongs to the code that awaits it.</summary>
    public static bool IsStarted(IInvocationOperation call) =>
        call.Type is { Name: "Task" or "ValueTask" }
        && TaskUse.ConsumerOf(call)
            is not (
                IAwaitOperation
                or IInvocationOperation { TargetMethod.Name: "Wait" or "GetAwaiter" }
                or IPropertyReferenceOperation
            );

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

    // A loop with an exit inside tries until it succeeds.
    static bool Ends(ILoopOperation loop) =>
        loop
            .Body.Descendants()
            .Any(inner =>
                inner is IReturnOperation { IsImplicit: false } or IBranchOperation { BranchKind: BranchKind.Break }
            );
}
