using System.Collections.Immutable;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>What repeats the refused sign-ins of a file, directly or through the methods that call them.</summary>
/// <param name="bodies">The code of the file.</param>
internal sealed class SignInRetries(SendOperations signIns, IReadOnlyList<IOperation> bodies)
{
    // A method that calls a method that signs in, called by a method that gets it as a delegate.
    const int Deepest = 4;

    readonly Callers callers = new(bodies);
    readonly HashSet<(IOperation Code, ICatchClauseOperation? Clause, string? Host)> followed = [];

    /// <summary>The loop or pipeline that repeats a sign-in, with the change that stops it.</summary>
    public IEnumerable<(SmtpUsage SignIn, Origin By)> Of(IOperation operation, SmtpUsage usage) =>
        Of(SignInCall.Of(operation), usage, 0);

    IEnumerable<(SmtpUsage SignIn, Origin By)> Of(SignInCall call, SmtpUsage usage, int depth)
    {
        var seen = call.Caught is { } caught
            ? AnsweredRetries.Of(call, caught, bodies)
            : Retries.OfThrown(call, usage.Api, bodies);
        return seen switch
        {
            SeenRefusal.Retried retried => IsAnotherTry(Tried(retried, call), call, retried.Clause)
                ? []
                : [(usage, Retry(retried, call))],
            SeenRefusal.Thrown thrown => Pipeline(call, usage.Api) is { } pipeline
                ? IsAnotherTry(Enclosing.Function(call.Operation), call, null) ? [] : [(usage, pipeline)]
                : Above(call, null, thrown.IsWrapped, usage, depth),
            SeenRefusal.Answered answered => Above(call, answered.Caught, false, usage, depth),
            _ => [],
        };
    }

    IEnumerable<(SmtpUsage SignIn, Origin By)> Above(
        SignInCall call,
        CaughtRefusal? caught,
        bool isWrapped,
        SmtpUsage usage,
        int depth
    )
    {
        var code = Enclosing.Function(call.Operation);
        if (depth == Deepest || !followed.Add((code, caught?.Clause, usage.Host.Is(out var host) ? host : null)))
            return [];
        return
            from caller in callers.Of(code)
            let task = TaskUse.Of(caller.Call)
            where task != TaskUse.Kind.Dropped
            let wraps = isWrapped || task == TaskUse.Kind.Blocked
            let outer = new SignInCall(caller.Call, caught, wraps, caller.Known, call.Called.Add(code))
            from found in Of(outer, signIns.Handed(caller.Call) ?? usage, depth + 1)
            select found;
    }

    /// <summary>The next try differs, or somebody decides on it.</summary>
    bool IsAnotherTry(IOperation tried, SignInCall call, ICatchClauseOperation? clause) =>
        CredentialPerTry.Differs(tried, call, clause, bodies)
        || call.Called.Add(tried).Any(new UserDecision(bodies).IsIn)
        || clause is not null && UserDecision.IsAwaited(clause.Handler);

    static IOperation Tried(SeenRefusal.Retried retried, SignInCall call) =>
        retried.By is ILoopOperation loop ? loop : Enclosing.Function(call.Operation);

    // A clause that others rely on is not edited.
    static Origin Retry(SeenRefusal.Retried retried, SignInCall call) =>
        (retried.By is IInvocationOperation again ? At(Names.Method(again.Syntax)) : Keyword(retried.By)) with
        {
            SetOn = call.Caught is null ? Keyword(retried.Clause) : null,
        };

    Origin? Pipeline(SignInCall call, SmtpApi api) =>
        Pipelines.OfRefusal(call.Operation, api, bodies) is var (retry, narrow)
            ? At(Names.Method(retry.Syntax)) with
            {
                SetOn = narrow is null ? null : At(narrow),
            }
            : null;

    static Origin Keyword(IOperation statement) => new(statement.Syntax.GetFirstToken().GetLocation());

    static Origin At(SyntaxNode node) => new(node.GetLocation());
}
