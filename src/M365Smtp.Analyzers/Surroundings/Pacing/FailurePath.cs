using System.Collections.Immutable;
using M365Smtp.Analyzers.Extraction.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>Follows a loop's flow graph from the clause that catches a refused sign-in to the next sign-in.</summary>
internal sealed class FailurePath
{
    // A retry loop has a few dozen blocks, each visited a few times.
    const int MostSteps = 2000;

    // A clause that asks more often is not read.
    const int MostQuestions = 4;

    readonly ControlFlowGraph graph;
    readonly SignInCall signIn;
    readonly ILoopOperation? loop;
    readonly IMethodSymbol? own;
    readonly FailureCalls calls;
    readonly Dictionary<int, FailureState> states = [];
    readonly Stack<int> waiting = new();

    // What is known at the first sign-in; null as long as nothing has led there.
    FailureState? before;

    // What the sign-in answers; null if it throws.
    Answer? answer;
    bool isFirst = true;
    IOperation? again;
    bool leaves;
    bool isUnclear;

    // What is returned, and what is known then.
    HeldValue? returned;
    FailureState? last;

    // The answers assumed where the exception decides, by block; the first question without one.
    ImmutableDictionary<int, bool> answers = ImmutableDictionary<int, bool>.Empty;
    int? question;

    FailurePath(ControlFlowGraph graph, SignInCall signIn, ILoopOperation? loop, FailureCalls calls)
    {
        this.graph = graph;
        this.signIn = signIn;
        this.loop = loop;
        this.calls = calls;
        own = loop is null ? Callers.MethodOf(Enclosing.Function(signIn.Operation)) : null;
    }

    /// <param name="clause">The clause of this statement that catches the refusal.</param>
    /// <param name="loop">The loop around it; null for a path to the end of the code.</param>
    /// <param name="bodies">The code of the file, to see what the called methods do.</param>
    public static PathEnd AfterCatch(
        SignInCall signIn,
        ITryOperation attempt,
        ICatchClauseOperation clause,
        ILoopOperation? loop,
        IReadOnlyList<IOperation> bodies
    )
    {
        if (GraphAround(signIn.Operation) is not { } graph)
            return PathEnd.Unknown;
        var path = new FailurePath(graph, signIn, loop, new FailureCalls(bodies, clause.Syntax));
        return path.HandlerOf(attempt, clause) is { } handler && path.Reaches()
            ? path.End(() => path.Run(handler, Caught(clause, path.before ?? FailureState.Empty)))
            : PathEnd.Unknown;
    }

    /// <param name="answer">What the sign-in answers.</param>
    /// <param name="isRefused">The answer means that the sign-in was refused.</param>
    public static PathEnd AfterAnswer(
        SignInCall signIn,
        Answer answer,
        bool isRefused,
        ILoopOperation? loop,
        IReadOnlyList<IOperation> bodies
    )
    {
        if (GraphAround(signIn.Operation) is not { } graph)
            return PathEnd.Unknown;
        var deciding = isRefused ? (loop ?? Enclosing.Root(signIn.Operation)).Syntax : null;
        var path = new FailurePath(graph, signIn, loop, new FailureCalls(bodies, deciding)) { answer = answer };
        if (graph.Blocks.FirstOrDefault(block => Code(block).Any(path.IsSignIn)) is not { } start || !path.Reaches())
            return PathEnd.Unknown;
        var passed = Code(start).TakeWhile(code => !path.IsSignIn(code)).Count();
        return path.End(() => path.Run(start, path.before ?? FailureState.Empty, passed));
    }

    /// <summary>Follows the code to the first sign-in; false if that takes too many steps.</summary>
    bool Reaches()
    {
        var isShort = Run(graph.Blocks[0], signIn.Known);
        isFirst = false;
        return isShort;
    }

    /// <summary>What follows whatever the answers are; Unknown if they decide it.</summary>
    /// <param name="run">Follows the path; false if that takes too many steps.</param>
    PathEnd End(Func<bool> run)
    {
        states.Clear();
        waiting.Clear();
        (isUnclear, leaves, again, question, returned, last) = (false, false, null, null, null, null);
        if (!run() || isUnclear)
            return PathEnd.Unknown;
        if (question is not { } asked)
            return new(
                again is not null ? AfterRefusal.TriedAgain
                    : leaves ? AfterRefusal.LoopEnds
                    : AfterRefusal.ThrownOn,
                last is null ? null : new Answer(returned ?? HeldValue.Anything, last),
                again
            );
        if (answers.Count == MostQuestions)
            return PathEnd.Unknown;
        var known = answers;
        answers = known.Add(asked, true);
        var then = End(run);
        answers = known.Add(asked, false);
        return then.Then != AfterRefusal.Unknown ? then.Or(End(run)) : then;
    }

    /// <summary>False if that takes too many steps.</summary>
    bool Run(BasicBlock start, FailureState state)
    {
        Enter(start, state);
        return Run();
    }

    /// <param name="passed">The statement of the block that has the sign-in.</param>
    bool Run(BasicBlock start, FailureState state, int passed)
    {
        Visit(start, state, passed);
        return Run();
    }

    bool Run()
    {
        for (var step = 0; waiting.Count > 0; step++)
        {
            if (step == MostSteps)
                return false;
            var block = graph.Blocks[waiting.Pop()];
            Visit(block, states[block.Ordinal], -1);
        }
        return true;
    }

    /// <summary>The sign-in ends both paths: to the first one, and from the refusal to the next.</summary>
    bool Arrives(IOperation statement, FailureState state)
    {
        if (!isFirst && OwnCall(statement) is { } call)
            again ??= call;
        else if (!IsSignIn(statement))
            return false;
        else if (isFirst)
            before = before?.Or(state) ?? state;
        else
            again ??= signIn.Operation;
        return true;
    }

    void Visit(BasicBlock block, FailureState state, int passed)
    {
        if (block.Kind == BasicBlockKind.Exit || !isFirst && Code(block).Any(IsOutside))
        {
            leaves = true;
            if (block.Kind == BasicBlockKind.Exit)
                last = last?.Or(state) ?? state;
            return;
        }
        for (var i = Math.Max(passed, 0); i < block.Operations.Length; i++)
            if (
                i != passed && Arrives(block.Operations[i], state)
                || After(block.Operations[i], state) is not { } next
            )
                return;
            else
                state = next;
        if (block.BranchValue is not { } value)
        {
            Leave(block.FallThroughSuccessor, state);
            return;
        }
        if (passed != block.Operations.Length && Arrives(value, state))
            return;
        // The value may be what the sign-in answers.
        if (After(value, state) is not { } then)
            return;
        var held = HasAnswer(value) ? then.Of(value)
            : calls.Asks(value, state, before) ? HeldValue.Unclear
            : state.Of(value);
        if (block.ConditionKind == ControlFlowConditionKind.None)
        {
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
                returned = returned?.Or(held) ?? held;
            Leave(block.FallThroughSuccessor, then);
            return;
        }
        var truth = held.Truth;
        // The way that comes first may leave clear what another one does not.
        if (!isFirst && truth is null)
            if (answers.TryGetValue(block.Ordinal, out var answer))
                truth = answer;
            // '?.' and '??' only choose a value.
            else if (held.IsUnclear && value is not IIsNullOperation)
                question ??= block.Ordinal;
        var jumpsIf = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        if (truth is null || truth == jumpsIf)
            Leave(block.ConditionalSuccessor, then);
        if (truth is null || truth != jumpsIf)
            Leave(block.FallThroughSuccessor, then);
    }

    /// <summary>The state after a statement; null if the statement does not return.</summary>
    FailureState? After(IOperation statement, FailureState state)
    {
        foreach (var operation in statement.DescendantsAndSelf().Reverse())
        {
            if (HasAnswer(operation) && IsIt(operation))
            {
                state = answer!.After(operation, state);
                continue;
            }
            if (operation is IInvocationOperation call)
                switch (calls.Of(call, state))
                {
                    case AfterRefusal.ThrownOn:
                        return null;
                    case AfterRefusal.LoopEnds:
                        leaves = true;
                        return null;
                    case AfterRefusal.Unknown:
                        isUnclear = true;
                        return null;
                }
            state = calls.Effect(operation, state);
        }
        return state;
    }

    void Leave(ControlFlowBranch? branch, FailureState state)
    {
        if (branch?.Destination is not { } next)
        {
            leaves |= branch?.Semantics == ControlFlowBranchSemantics.Return;
            return;
        }
        foreach (var region in branch.FinallyRegions)
            if (Through(region, state) is { } after)
                state = after;
            else
                return;
        Enter(next, state);
    }

    /// <summary>The state after a finally block; what only some of its paths assign is unclear.</summary>
    FailureState? Through(ControlFlowRegion region, FailureState state)
    {
        var blocks = graph
            .Blocks.Skip(region.FirstBlockOrdinal)
            .Take(region.LastBlockOrdinal - region.FirstBlockOrdinal + 1)
            .ToList();
        var isStraight = blocks.All(block => block.ConditionKind == ControlFlowConditionKind.None);
        foreach (var statement in blocks.SelectMany(Code))
        {
            if (After(statement, state) is not { } next)
                return null;
            state = isStraight ? next : state.Unless(next);
        }
        return state;
    }

    void Enter(BasicBlock block, FailureState state)
    {
        if (states.TryGetValue(block.Ordinal, out var known))
        {
            state = known.Or(state);
            if (state.IsSame(known))
                return;
        }
        states[block.Ordinal] = state;
        waiting.Push(block.Ordinal);
    }

    static IEnumerable<IOperation> Code(BasicBlock block) =>
        block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations;

    /// <summary>The call of the method around the sign-in, if there is no loop.</summary>
    IOperation? OwnCall(IOperation statement) =>
        own is null
            ? null
            : statement
                .DescendantsAndSelf()
                .FirstOrDefault(inner =>
                    inner is IInvocationOperation { TargetMethod: var called, Instance: var on }
                    && on is null or IInstanceReferenceOperation
                    && SymbolEqualityComparer.Default.Equals(Declarations.WithBody(called), own)
                );

    bool HasAnswer(IOperation code) => !isFirst && answer is not null && IsSignIn(code);

    bool IsSignIn(IOperation statement) => statement.DescendantsAndSelf().Any(IsIt);

    bool IsIt(IOperation inner) =>
        inner.Syntax == signIn.Operation.Syntax && inner.Kind == signIn.Operation.Kind;

    bool IsOutside(IOperation code) =>
        loop is not null
        && (
            !loop.Syntax.Span.Contains(code.Syntax.Span)
            || loop is IForLoopOperation { Before: var first }
                && first.Any(start => start.Syntax.Span.Contains(code.Syntax.Span))
        );

    static FailureState Caught(ICatchClauseOperation clause, FailureState before) =>
        clause
            .Locals.Concat(
                clause.ExceptionDeclarationOrExpression is ILocalReferenceOperation { Local: var local } ? [local] : []
            )
            .Aggregate(before, (state, caught) => state.With(caught, HeldValue.Refusal));

    /// <summary>The first block of the clause: the graph nests its regions like the statements.</summary>
    BasicBlock? HandlerOf(ITryOperation attempt, ICatchClauseOperation clause)
    {
        var depth = 0;
        for (
            var (inner, outer) = (signIn.Operation, signIn.Operation.Parent);
            outer is not null;
            (inner, outer) = (outer, outer.Parent)
        )
            if (outer == attempt)
                break;
            else if (outer is ITryOperation { Catches.IsEmpty: false } other && other.Body == inner)
                depth++;
        var handler = graph.Blocks.FirstOrDefault(block => Code(block).Any(IsSignIn)) is { } block
            ? TriesAround(block)
                .Skip(depth)
                .FirstOrDefault()
                ?.NestedRegions.ElementAtOrDefault(1 + attempt.Catches.IndexOf(clause))
            : null;
        if (handler?.Kind == ControlFlowRegionKind.FilterAndHandler)
            handler = handler.NestedRegions.LastOrDefault();
        return handler is null ? null : graph.Blocks[handler.FirstBlockOrdinal];
    }

    static IEnumerable<ControlFlowRegion> TriesAround(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
            if (
                region is
                {
                    Kind: ControlFlowRegionKind.Try,
                    EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } statement
                }
            )
                yield return statement;
    }

    static ControlFlowGraph? GraphAround(IOperation operation)
    {
        if (operation.Parent is not { } outer)
            return FlowGraphs.Of(operation, default);
        if (operation is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            return GraphAround(outer);
        var graph = GraphAround(outer);
        return operation is ILocalFunctionOperation { Symbol: var local }
            ? FlowGraphs.OfLocalFunction(graph, local, default)
            : graph
                ?.Blocks.SelectMany(Code)
                .SelectMany(code => code.DescendantsAndSelf())
                .OfType<IFlowAnonymousFunctionOperation>()
                .Where(lambda => lambda.Syntax == operation.Syntax)
                .Select(lambda => FlowGraphs.OfLambda(graph, lambda, default))
                .FirstOrDefault();
    }
}
