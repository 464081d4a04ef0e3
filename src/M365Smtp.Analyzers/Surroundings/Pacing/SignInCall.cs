using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>A sign-in, or a call of code that signs in.</summary>
/// <param name="Caught">What the called code makes of a refusal; null if it throws.</param>
/// <param name="IsWrapped">It may throw an exception of its own.</param>
/// <param name="Known">The constants that the code around the call gets.</param>
/// <param name="Called">The called code.</param>
internal sealed record SignInCall(
    IOperation Operation,
    CaughtRefusal? Caught,
    bool IsWrapped,
    FailureState Known,
    ImmutableArray<IOperation> Called
)
{
    public static SignInCall Of(IOperation signIn) =>
        new(signIn, null, false, FailureState.Empty, ImmutableArray<IOperation>.Empty);
}

/// <summary>A refusal that the called code catches and answers.</summary>
internal sealed record CaughtRefusal(ICatchClauseOperation Clause, Answer Refused, Answer Accepted)
{
    public static CaughtRefusal By(ICatchClauseOperation clause, Answer refused, Answer accepted) =>
        new(clause, Shown(refused), refused.Value.IsNull == true ? Something(accepted) : accepted);

    // What is not shown may depend on the refusal.
    static Answer Shown(Answer refused) =>
        refused.Value.IsConstant ? refused : refused with { Value = refused.Value with { IsUnclear = true } };

    // Nothing means failure, so success is something.
    static Answer Something(Answer accepted) =>
        accepted.Value == HeldValue.Anything
            ? accepted with
            {
                Value = HeldValue.Anything with { IsObject = true },
            }
            : accepted;
}

/// <summary>What a call returns, and the variables it leaves behind.</summary>
internal sealed record Answer(HeldValue Value, FailureState State)
{
    public static readonly Answer Anything = new(HeldValue.Anything, FailureState.Empty);

    /// <summary>The state after the call.</summary>
    public FailureState After(IOperation call, FailureState before)
    {
        var after = State
            .Held.Where(pair => pair.Key is ISymbol)
            .Aggregate(before, (state, pair) => state.With(pair.Key, pair.Value))
            .With((object)call.Syntax, Value);
        return call is IInvocationOperation { Arguments: var arguments }
            ? arguments.Aggregate(after, Handed)
            : after;
    }

    // 'Try(message, errors)', 'Try(message, out error)'
    FailureState Handed(FailureState state, IArgumentOperation argument) =>
        argument.Parameter is { } parameter
        && (parameter.RefKind is RefKind.Out or RefKind.Ref || State.Of((object)parameter.OriginalDefinition).IsUnclear)
            ? state.With(argument.Value, state.Of(argument.Value) with { IsUnclear = true })
            : state;
}
