using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>Finds the loop that catches a refused sign-in and tries again.</summary>
internal static class Retries
{
    /// <summary>
    /// The loop, and the clause that catches the refusal and stays in the loop; null if there is none, or that cannot
    /// be determined.
    /// </summary>
    /// <param name="bodies">The code of the file, to see what the called methods do.</param>
    public static (ILoopOperation Loop, ICatchClauseOperation Clause)? OfRefusal(
        IOperation signIn,
        SmtpApi api,
        IReadOnlyList<IOperation> bodies
    )
    {
        var (inner, ends, isWrapped, caught) = (signIn, false, false, (ICatchClauseOperation?)null);
        for (
            var outer = signIn.Parent;
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
                        .Any(later => IsExit(later) || IsExitAfter(later, signIn));
                    break;
                case ITryOperation attempt when caught is null && attempt.Body == inner:
                    switch (After(attempt, signIn, isWrapped, api, bodies))
                    {
                        case (AfterRefusal.ThrownOn, var thrower):
                            isWrapped |= thrower?.Handler.Descendants().Any(Wraps) == true;
                            break;
                        case (AfterRefusal.TriedAgain, var clause):
                            caught = clause;
                            break;
                        default:
                            return null;
                    }
                    break;
                case ILoopOperation loop when caught is not null:
                    return IsRetry(loop, caught, ends, signIn)
                        && !MailboxPerTurn.Differs(signIn, loop, bodies)
                        ? (loop, caught) : null;
            }
        return null;
    }

    static (AfterRefusal Then, ICatchClauseOperation? Clause) After(
        ITryOperation attempt,
        IOperation signIn,
        bool isWrapped,
        SmtpApi api,
        IReadOnlyList<IOperation> bodies
    )
    {
        var (clause, takes) = attempt
            .Catches.Where(clause => MayTake(clause, api))
            .Select(clause => (Clause: clause, Takes: RefusalFilter.Takes(clause, api)))
            .FirstOrDefault(asked => asked.Takes != false);
        if (clause is null)
            return (isWrapped && attempt.Catches.Length > 0 ? AfterRefusal.Unknown : AfterRefusal.ThrownOn, null);
        // A clause or a filter may name the exception that the refusal was wrapped in.
        if (isWrapped && (clause != attempt.Catches[0] || clause.Filter is not null))
            return (AfterRefusal.Unknown, null);
        if (takes is null || LoopAround(attempt) is not { } loop)
            return (AfterRefusal.Unknown, null);
        return (FailurePath.Of(signIn, attempt, clause, loop, bodies), clause);
    }

    static bool Wraps(IOperation inner) => inner is IThrowOperation { Exception: not null };

    static ILoopOperation? LoopAround(IOperation operation)
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
        && !loop.Descendants().Any(AsksSomebody)
        && !caught.Handler.Descendants().Any(inner => RenewsArgument(inner, signIn))
        && (
            ends
            || Refusal.IsMailKits(caught.ExceptionType)
            || Condition(loop) is { } condition
                && condition
                    .DescendantsAndSelf()
                    .Any(asked => IsSetBy(asked, signIn) || IsSetIn(asked, caught.Handler))
        );

    // 'foreach (var seconds in new[] { 1, 5, 15 })': the elements are pauses, not mails.
    static bool UsesElement(ILoopOperation loop) =>
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
        && (IsExit(then) || then is IBlockOperation { Operations: [.., var last] } && IsExit(last))
        && IsSetBy(condition, signIn);

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

    // Another password each time.
    static bool AsksSomebody(IOperation inner) =>
        inner is IInvocationOperation { TargetMethod.Name: "ReadLine" or "ReadKey" or "Prompt" or "Ask" };

    // 'token = await Refresh();'
    static bool RenewsArgument(IOperation inner, IOperation signIn) =>
        inner is ISimpleAssignmentOperation { Target: var target }
        && FailureState.Key(target) is ISymbol renewed
        && signIn.Descendants().Any(part => Equals(FailureState.Key(part), renewed));

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
