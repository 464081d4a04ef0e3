using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>Finds the loop that catches a refused sign-in and tries again.</summary>
internal static class Retries
{
    /// <summary>Null if that cannot be determined, or nobody needs to know.</summary>
    /// <param name="signIn">A call that throws the refusal.</param>
    /// <param name="bodies">The code of the file, to see what the called methods do.</param>
    public static SeenRefusal? OfThrown(SignInCall signIn, SmtpApi api, IReadOnlyList<IOperation> bodies)
    {
        var operation = signIn.Operation;
        var (inner, ends, isWrapped) = (operation, false, signIn.IsWrapped);
        ICatchClauseOperation? caught = null;
        for (
            var outer = operation.Parent;
            outer is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation);
            (inner, outer) = (outer, outer.Parent)
        )
            switch (outer)
            {
                case IReturnOperation { IsImplicit: false }:
                    ends = true;
                    break;
                case IBlockOperation block:
                    ends |= block
                        .Operations.SkipWhile(statement => statement != inner)
                        .Skip(1)
                        .Any(later => IsExit(later) || IsExitAfter(later, operation));
                    break;
                case ITryOperation attempt when caught is null && attempt.Body == inner:
                    var around = LoopAround(attempt);
                    switch (After(attempt, around, signIn with { IsWrapped = isWrapped }, api, bodies))
                    {
                        case ({ Then: AfterRefusal.ThrownOn }, var thrower):
                            isWrapped |= thrower?.Handler.Descendants().Any(Wraps) == true;
                            break;
                        case ({ Then: AfterRefusal.TriedAgain }, { } clause) when around is not null:
                            caught = clause;
                            break;
                        case (var refused, { } clause) when around is null:
                            var accepted = FailurePath.AfterAnswer(signIn, Answer.Anything, false, null, bodies);
                            return Seen(signIn, clause, refused, accepted, bodies);
                        default:
                            return null;
                    }
                    break;
                case ILoopOperation loop when caught is not null:
                    ends = ends || EndsOnSuccess(signIn, loop, bodies);
                    return IsRetry(loop, caught, ends, operation)
                        && !IsRenewed(signIn, caught, loop, bodies)
                        && !MailboxPerTurn.Differs(operation, loop, bodies)
                        ? new SeenRefusal.Retried(loop, caught)
                        : null;
            }
        return new SeenRefusal.Thrown(isWrapped);
    }

    /// <summary>What the callers of code without a loop see.</summary>
    public static SeenRefusal? Seen(
        SignInCall signIn,
        ICatchClauseOperation clause,
        PathEnd refused,
        PathEnd accepted,
        IReadOnlyList<IOperation> bodies
    ) =>
        refused.Then switch
        {
            AfterRefusal.TriedAgain => Repetitions.Of(signIn, clause, refused, accepted, bodies),
            AfterRefusal.LoopEnds when accepted.Then == AfterRefusal.LoopEnds
                && refused.Returned is { } failure
                && accepted.Returned is { } success => new SeenRefusal.Answered(
                CaughtRefusal.By(clause, failure, success)
            ),
            _ => null,
        };

    static (PathEnd End, ICatchClauseOperation? Clause) After(
        ITryOperation attempt,
        ILoopOperation? loop,
        SignInCall signIn,
        SmtpApi api,
        IReadOnlyList<IOperation> bodies
    )
    {
        var (clause, takes) = attempt
            .Catches.Where(clause => MayTake(clause, api))
            .Select(clause => (Clause: clause, Takes: RefusalFilter.Takes(clause, api)))
            .FirstOrDefault(asked => asked.Takes != false);
        if (clause is null)
            return (signIn.IsWrapped && attempt.Catches.Length > 0 ? PathEnd.Unknown : PathEnd.Thrown, null);
        // A clause or a filter may name the exception that the refusal was wrapped in.
        if (
            signIn.IsWrapped
            && (clause != attempt.Catches[0] || clause.Filter is not null || Refusal.Is(clause.ExceptionType, api))
        )
            return (PathEnd.Unknown, null);
        if (takes is null)
            return (PathEnd.Unknown, null);
        return (FailurePath.AfterCatch(signIn, attempt, clause, loop, bodies), clause);
    }

    static bool Wraps(IOperation inner) => inner is IThrowOperation { Exception: not null };

    public static ILoopOperation? LoopAround(IOperation operation)
    {
        for (
            var outer = operation.Parent;
            outer is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation);
            outer = outer.Parent
        )
            if (outer is ILoopOperation loop)
                return loop;
        return null;
    }

    // A loop over many mails also continues after a failure; a retry loop ends on success. A clause that catches only
    // the refusal also retries.
    static bool IsRetry(ILoopOperation loop, ICatchClauseOperation caught, bool ends, IOperation signIn) =>
        (loop is not IForEachLoopOperation || ends && !UsesElement(loop))
        && (
            ends
            || Refusal.IsMailKits(caught.ExceptionType)
            || Condition(loop) is { } condition
                && condition
                    .DescendantsAndSelf()
                    .Any(asked => IsSetBy(asked, signIn) || IsSetIn(asked, caught.Handler))
        );

    // 'if (error == null) return;'
    static bool EndsOnSuccess(SignInCall signIn, ILoopOperation loop, IReadOnlyList<IOperation> bodies) =>
        FailurePath.AfterAnswer(signIn, Answer.Anything, false, loop, bodies).Then == AfterRefusal.LoopEnds;

    static bool IsRenewed(
        SignInCall signIn,
        ICatchClauseOperation caught,
        ILoopOperation loop,
        IReadOnlyList<IOperation> bodies
    )
    {
        var renewals = new Renewals(signIn, bodies);
        return renewals.After(caught.Handler) || renewals.HandsOut(loop);
    }

    // 'foreach (var seconds in new[] { 1, 5, 15 })': the elements are pauses, not mails.
    public static bool UsesElement(ILoopOperation loop) =>
        loop.Body.Descendants()
            .Any(inner =>
                inner is ILocalReferenceOperation { Local: var local }
                && loop.Locals.Contains(local)
                && !IsInClause(inner)
            );

    static bool IsInClause(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
            if (outer is ICatchClauseOperation)
                return true;
        return false;
    }

    // 'if (sent) break;'
    static bool IsExitAfter(IOperation statement, IOperation signIn) =>
        statement is IConditionalOperation { WhenTrue: var then, Condition: var condition }
        && Leaves(then)
        && IsSetBy(condition, signIn);

    public static bool Leaves(IOperation statement) =>
        IsExit(statement) || statement is IBlockOperation { Operations: [.., var last] } && IsExit(last);

    // 'do { failed = false; try { … } catch (Exception) { failed = true; } } while (failed);'
    static bool IsSetIn(IOperation asked, IOperation handler) =>
        asked is ILocalReferenceOperation or IFieldReferenceOperation
        && FailureState.Key(asked) is { } key
        && handler
            .Descendants()
            .OfType<ISimpleAssignmentOperation>()
            .Any(set => key.Equals(FailureState.Key(set.Target)));

    static bool MayTake(ICatchClauseOperation clause, SmtpApi api) =>
        clause.ExceptionType switch
        {
            null
            or { SpecialType: SpecialType.System_Object }
            or { Name: "Exception", ContainingNamespace.Name: "System" } => true,
            var type => Refusal.Is(type, api),
        };

    static bool IsExit(IOperation statement) =>
        statement
            is IReturnOperation
                or IBranchOperation { BranchKind: BranchKind.Break }
                or IThrowOperation
                or IExpressionStatementOperation { Operation: IThrowOperation };

    static IOperation? Condition(ILoopOperation loop) =>
        loop switch
        {
            IWhileLoopOperation w => w.Condition,
            IForLoopOperation f => f.Condition,
            _ => null,
        };

    // 'while (!sent)', with 'sent = true' after the sign-in; 'while (!client.IsAuthenticated)'.
    static bool IsSetBy(IOperation asked, IOperation signIn) =>
        asked switch
        {
            IPropertyReferenceOperation { Property.Name: "IsAuthenticated" or "IsConnected" } => true,
            ILocalReferenceOperation { Local: var local } => Sets(
                signIn,
                target =>
                    target is ILocalReferenceOperation { Local: var set }
                    && SymbolEqualityComparer.Default.Equals(set, local)
            ),
            IFieldReferenceOperation { Field: var field } => Sets(
                signIn,
                target =>
                    target is IFieldReferenceOperation { Field: var set }
                    && SymbolEqualityComparer.Default.Equals(set, field)
            ),
            _ => false,
        };

    static bool Sets(IOperation signIn, Func<IOperation, bool> isTarget)
    {
        for (
            var (inner, outer) = (signIn, signIn.Parent);
            outer is not null and not ITryOperation;
            (inner, outer) = (outer, outer.Parent)
        )
            if (
                outer is ISimpleAssignmentOperation direct && isTarget(direct.Target)
                || outer is IBlockOperation block
                    && block
                        .Operations.SkipWhile(statement => statement != inner)
                        .Skip(1)
                        .Any(later =>
                            later is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation set }
                            && isTarget(set.Target)
                        )
            )
                return true;
        return false;
    }
}
