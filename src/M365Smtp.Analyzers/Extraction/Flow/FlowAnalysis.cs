using M365Smtp.Analyzers.Extraction.Memory;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>
/// Follows values through one control-flow graph. Each value can fall to Unknown only once, so the analysis terminates;
/// states with different paths stay apart at each block.
/// </summary>
internal sealed class FlowAnalysis(Scope scope, ControlFlowGraph graph, Frame frame)
{
    public const int MostPaths = 8;

    // There is nearly always one state per block: a list is smaller than a dictionary.
    readonly List<(PathKey Path, State State)>?[] inputs = new List<(PathKey, State)>?[graph.Blocks.Length];
    readonly SortedSet<(int Block, PathKey Path)> work = [];
    readonly Dictionary<PathKey, Outcome> outcomes = [];
    readonly Visit visit = new(scope, graph, frame);
    List<State> states = [],
        after = [];

    public IReadOnlyList<Outcome> Run(IEnumerable<State> entries)
    {
        foreach (var entry in entries)
            Reach(0, entry);
        while (work.Count > 0 && scope.Spend())
        {
            var (ordinal, path) = work.Min;
            work.Remove((ordinal, path));
            Walk(graph.Blocks[ordinal], inputs[ordinal]![IndexOf(inputs[ordinal]!, path)].State);
        }
        return [.. outcomes.Values];
    }

    void Walk(BasicBlock block, State start)
    {
        states.Clear();
        states.Add(start);
        foreach (var operation in block.Operations)
        {
            Step(block, operation);
            (states, after) = (after, states);
        }
        foreach (var now in states)
            do
            {
                visit.State = now;
                Branch(block, visit.Evaluate(block.BranchValue));
            } while (visit.Choices.Next());
    }

    void Step(BasicBlock block, IOperation operation)
    {
        after.Clear();
        foreach (var before in states)
        {
            ReachHandlers(block, before);
            do
            {
                visit.State = before;
                visit.Evaluate(operation);
                ReachHandlers(block, visit.State);
                if (after.Count < MostPaths)
                    after.Add(visit.State);
            } while (visit.Choices.Next());
        }
    }

    void Branch(BasicBlock block, Value value)
    {
        ReachHandlers(block, visit.State);
        if (block.ConditionKind == ControlFlowConditionKind.None)
        {
            if (block.FallThroughSuccessor is { } next)
                Follow(next, value);
            return;
        }
        var (whenTrue, whenFalse) =
            block.ConditionKind == ControlFlowConditionKind.WhenTrue
                ? (block.ConditionalSuccessor, block.FallThroughSuccessor)
                : (block.FallThroughSuccessor, block.ConditionalSuccessor);
        var known = (value as Value.Constant)?.Data as bool? ?? visit.Conditions.Decided(block.BranchValue);
        var before = visit.State;
        foreach (var (way, holds) in new[] { (whenTrue, true), (whenFalse, false) })
            if (way is not null && known != !holds)
            {
                visit.State = known is null ? visit.Conditions.Assume(before, block.BranchValue!, holds) : before;
                Follow(way, value);
            }
        visit.State = before;
    }

    void Follow(ControlFlowBranch branch, Value value)
    {
        if (branch.Destination is not { } to)
            return;
        if (to.Kind != BasicBlockKind.Exit)
        {
            Reach(to.Ordinal, visit.State);
            return;
        }
        var outcome = new Outcome(
            visit.State,
            branch.Semantics == ControlFlowBranchSemantics.Return ? value : Value.Unknown
        );
        if (frame.Path is null)
            visit.UnreadCalls.Ends(outcome.Value, branch.Source.BranchValue);
        // The caller may depend on a choice, made inside the method, that keeps paths apart.
        var way =
            outcome.State.Path.Returning(outcome.Value)
            ?? (frame.Path is null ? outcome.State.Path : outcome.State.Path.WithoutPorts);
        outcomes[way] = outcomes.TryGetValue(way, out var other) ? Merge(outcome, other) : outcome;
    }

    public static Outcome Merge(Outcome a, Outcome b) =>
        new(a.State.Agree(b.State), Equals(a.Value, b.Value) ? a.Value : Value.Unknown);

    // The graph has no edges for exceptions: anything inside a try may reach its handlers.
    void ReachHandlers(BasicBlock block, State from)
    {
        for (var region = block.EnclosingRegion; region != graph.Root; region = region.EnclosingRegion!)
            if (region.Kind == ControlFlowRegionKind.Try)
                foreach (var handler in region.EnclosingRegion!.NestedRegions)
                    if (handler != region)
                        Reach(handler.FirstBlockOrdinal, from);
    }

    void Reach(int ordinal, State from)
    {
        var known = inputs[ordinal] ??= new(1);
        var at = IndexOf(known, from.Path);
        if (at < 0 && known.Count < MostPaths)
        {
            known.Add((from.Path, from));
            work.Add((ordinal, from.Path));
            return;
        }
        // Too many paths to keep apart: they share one state from here on.
        var (path, old) = at >= 0 ? known[at] : known.OrderBy(input => input.Path).First();
        var merged = old.Agree(from);
        if (ReferenceEquals(merged, old))
            return;
        known[IndexOf(known, path)] = (path, merged);
        work.Add((ordinal, path));
    }

    static int IndexOf(List<(PathKey Path, State State)> inputs, PathKey path)
    {
        for (var i = 0; i < inputs.Count; i++)
            if (inputs[i].Path.Equals(path))
                return i;
        return -1;
    }
}
