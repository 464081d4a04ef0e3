using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>Finds the loop that tries again after a called method has caught the refusal.</summary>
internal static class AnsweredRetries
{
    /// <summary>Null if that cannot be determined, or nobody needs to know.</summary>
    /// <param name="bodies">The code of the file, to see what the called methods do.</param>
    public static SeenRefusal? Of(SignInCall call, CaughtRefusal caught, IReadOnlyList<IOperation> bodies)
    {
        var loop = Retries.LoopAround(call.Operation);
        var refused = FailurePath.AfterAnswer(call, caught.Refused, true, loop, bodies);
        var accepted = FailurePath.AfterAnswer(call, caught.Accepted, false, loop, bodies);
        if (loop is null)
            return Retries.Seen(call, caught.Clause, refused, accepted, bodies);
        return (refused.Then, accepted.Then) is (AfterRefusal.TriedAgain, AfterRefusal.LoopEnds)
            && IsRetry(loop, call, caught, bodies)
            ? new SeenRefusal.Retried(loop, caught.Clause)
            : null;
    }

    static bool IsRetry(
        ILoopOperation loop,
        SignInCall call,
        CaughtRefusal caught,
        IReadOnlyList<IOperation> bodies
    )
    {
        var renewals = new Renewals(call, bodies);
        return !(loop is IForEachLoopOperation && Retries.UsesElement(loop))
            && !renewals.After(caught.Clause.Handler)
            && !renewals.EachTurn(loop)
            && !MailboxPerTurn.Differs(call.Operation, loop, bodies);
    }
}
