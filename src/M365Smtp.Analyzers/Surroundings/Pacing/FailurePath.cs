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
    readonly IOperation signIn;
    readonly ILoopOperation loop;
    readonly FailureCalls calls;
    readonly Dictionary<int, FailureState> states = [];
    readonly Stack<int> waiting = new();

    // What is known at the first sign-in; null as long as nothing has led there.
    FailureState? before;
    bool isFirst = true;
    bool triesAgain;
    bool leaves;
    bool isUnclear;

    // The answers assumed where the exception decides, by block; the first question without one.
    ImmutableDictionary<int, bool> answers = ImmutableDictionary<int, bool>.Empty;
    int? question;

    FailurePath(
        ControlFlowGraph graph,
        IOperation signIn,
        ILoopOperation loop,
        ICatchClauseOperation clause,
        IReadOnlyList<IOperation> bodies
    )
    {
        this.graph = graph;
        this.signIn = signIn;
        this.loop = loop;
        calls = new FailureCalls(bodies, clause);
    }

    /// <param name="clause">The clause of this statement that catches the refusal.</param>
    /// <param name="bodies">The code of the file, to see what the called methods do.</param>
    public static AfterRefusal Of(
        IOperation signIn,
        ITryOperation attempt,
        ICatchClauseOperation clause,
        ILoopOperation loop,
        IReadOnlyList<IOperation> bodies
    )
    {
        if (GraphAround(signIn) is not { } graph)
            return AfterRefusal.Unknown;
        var path = new FailurePath(graph, signIn, loop, clause, bodies);
        return path.HandlerOf(attempt, clause) is { } handler ? path.Follow(handler, clause) : AfterRefusal.Unknown;
    }

    AfterRefusal Follow(BasicBlock handler, ICatchClauseOperation clause)
    {
        if (!Run(graph.Blocks[0], FailureState.Empty))
            return AfterRefusal.Unknown;
        isFirst = false;
        return Answered(handler, Caught(clause, before ?? FailureState.Empty));
    }

    /// <summary>What follows whatever the answers are; Unknown if they decide it.</summary>
    AfterRefusal Answered(BasicBlock handler, FailureState caught)
    {
        states.Clear();
        waiting.Clear();
        (isUnclear, leaves, triesAgain, question) = (false, false, false, null);
        if (!Run(handler, caught) || isUnclear)
            return AfterRefusal.Unknown;
        if (question is not { } asked)
            return triesAgain ? AfterRefusal.TriedAgain
                : leaves ? AfterRefusal.LoopEnds
                : AfterRefusal.ThrownOn;
        if (answers.Count == MostQuestions)
            return AfterRefusal.Unknown;
        var known = answers;
        answers = known.Add(asked, true);
        var then = Answered(handler, caught);
        answers = known.Add(asked, false);
        return then != AfterRefusal.Unknown && Answered(handler, caught) == then ? then : AfterRefusal.Unknown;
    }

    /// <summary>False if that takes too many steps.</summary>
    bool Run(BasicBlock start, FailureState state)
    {
        Enter(start, state);
        for (var step = 0; waiting.Count > 0; step++)
        {
            if (step == MostSteps)
                return false;
            var block = graph.Blocks[waiting.Pop()];
            Visit(block, states[block.Ordinal]);
        }
        return true;
    }

    /// <summary>On the way to the first sign-in, it is passed; after the refusal, it ends the path.</summary>
    bool Arrives(IOperation statement, FailureState state)
    {
        if (!IsSignIn(statement))
            return false;
        if (isFirst)
            before = before?.Or(state) ?? state;
        else
            triesAgain = true;
        return !isFirst;
    }

    void Visit(BasicBlock block, FailureState state)
    {
        if (block.Kind == BasicBlockKind.Exit || !isFirst && Code(block).Any(IsOutside))
        {
            leaves = true;
            return;
        }
        foreach (var statement in block.Operations)
            if (Arrives(statement, state) || After(statement, state) is not { } next)
                return;
            else
                state = next;
        if (block.BranchValue is not { } value)
        {
            Leave(block.FallThroughSuccessor, state);
            return;
        }
        if (Arrives(value, state))
            return;
        var held = calls.Asks(value, state, before) ? HeldValue.Unclear : state.Of(value);
        if (After(value, state) is not { } then)
            return;
        if (block.ConditionKind == ControlFlowConditionKind.None)
        {
            Leave(block.FallThroughSuccessor, then);
            return;
        }
        var truth = held.Truth;
        // '?.' and '??' only choose a value.
        if (!isFirst && held is { Truth: null, IsUnclear: true } && value is not IIsNullOperation)
            if (answers.TryGetValue(block.Ordinal, out var answer))
                truth = answer;
            else
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

    bool IsSignIn(IOperation statement) =>
        statement.DescendantsAndSelf().Any(inner => inner.Syntax == signIn.Syntax && inner.Kind == signIn.Kind);

    bool IsOutside(IOperation code) =>
        !loop.Syntax.Span.Contains(code.Syntax.Span)
        || loop is IForLoopOperation { Before: var first }
            && first.Any(start => start.Syntax.Span.Contains(code.Syntax.Span));

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
        for (var (inner, outer) = (signIn, signIn.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
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
