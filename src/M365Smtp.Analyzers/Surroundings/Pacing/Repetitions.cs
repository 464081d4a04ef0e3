using M365Smtp.Analyzers.Extraction.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>Finds the jump, or the call of the method itself, that signs in again without a loop.</summary>
internal static class Repetitions
{
    /// <summary>Null if that cannot be determined, or nothing is repeated.</summary>
    /// <param name="refused">Where the path from the refusal leads.</param>
    /// <param name="accepted">Where the path from a sign-in that worked leads.</param>
    public static SeenRefusal? Of(
        SignInCall signIn,
        ICatchClauseOperation clause,
        PathEnd refused,
        PathEnd accepted,
        IReadOnlyList<IOperation> bodies
    )
    {
        if (refused.Again is not { } again || accepted.Then != AfterRefusal.LoopEnds)
            return null;
        var code = Enclosing.Function(signIn.Operation);
        var repeated = signIn with { Called = signIn.Called.Add(code) };
        var renewals = new Renewals(repeated, bodies);
        if (renewals.After(clause.Handler) || MailboxPerTurn.Differs(signIn.Operation, code, bodies))
            return null;
        var by = again is IInvocationOperation call && call != signIn.Operation
            ? IsSame(call, code, KnownAt(signIn.Operation, clause, code)) ? call : null
            : Jump(signIn.Operation, code);
        return by is null ? null : new SeenRefusal.Retried(by, clause);
    }

    // 'goto retry;'
    static IOperation? Jump(IOperation signIn, IOperation code) =>
        code.Descendants()
            .FirstOrDefault(inner =>
                inner is IBranchOperation { BranchKind: BranchKind.GoTo, Target: var label }
                && inner.Syntax.SpanStart > signIn.Syntax.SpanStart
                && code.Descendants()
                    .Any(target =>
                        target is ILabeledOperation { Label: var named }
                        && SymbolEqualityComparer.Default.Equals(named, label)
                        && target.Syntax.SpanStart < signIn.Syntax.SpanStart
                    )
            );

    /// <summary>Where the code around the sign-in knows of the refusal.</summary>
    static int KnownAt(IOperation signIn, ICatchClauseOperation clause, IOperation code) =>
        code.Syntax.Span.Contains(clause.Syntax.Span) ? clause.Syntax.SpanStart : signIn.Syntax.Span.End;

    /// <summary>'Send(message, attempt + 1)': whatever the sign-in needs is what it was.</summary>
    static bool IsSame(IInvocationOperation call, IOperation code, int known) =>
        call.Arguments.All(argument =>
            argument.Parameter is { } parameter
            && (
                Equals(FailureState.Key(argument.Value), parameter)
                || !code.Descendants()
                    .Any(inner =>
                        Equals(FailureState.Key(inner), parameter)
                        && inner.Syntax.SpanStart < known
                        && !OnlyCounts(inner)
                    )
            )
        );

    // 'if (attempt > 3) return;', 'log.LogInformation("attempt {N}", attempt);'
    static bool OnlyCounts(IOperation counter)
    {
        for (var (inner, outer) = (counter, counter.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
            switch (outer)
            {
                case IInvocationOperation { TargetMethod: var method }:
                    return FailureCalls.IsLogging(method);
                case IConditionalOperation { WhenFalse: null, WhenTrue: var then, Condition: var asked }:
                    return asked == inner && Retries.Leaves(then);
                case IBlockOperation:
                    return false;
            }
        return false;
    }
}
