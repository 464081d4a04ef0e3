using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>The work on one file: its code, the findings, and the remaining budget.</summary>
internal sealed class Scope(Source source, SyntaxTree tree, CancellationToken cancel)
{
    // Real code takes a few hundred steps per body, including all its calls.
    const int MostSteps = 5_000,
        MostStepsABlock = 40;

    int left;
    readonly HashSet<SyntaxNode> unread = [];
    readonly Dictionary<(SyntaxNode Site, Moment Moment, CallPath? Path, PathKey Key), SmtpUsage> usages = [],
        found = [];

    /// <summary>The initial state.</summary>
    public State Start { get; } = new(new Places());

    public Source Source => source;
    public MailTypes Types => source.Types;
    public SyntaxTree Tree => tree;
    public CancellationToken Cancel => cancel;

    /// <summary>The code is a unit test, which sets wrong values on purpose; only what it sends counts.</summary>
    public bool IsTest { get; set; }

    /// <summary>A branch has tested a member, so setting a member matters.</summary>
    public bool HasTestedMember { get; set; }

    public IEnumerable<SmtpUsage> Usages => usages.Values;

    /// <summary>Code whose results were dropped because it takes too many steps.</summary>
    public IReadOnlyCollection<SyntaxNode> Unread => unread;

    /// <summary>
    /// Reads one body with everything it calls; null, with no results kept, if that takes too many steps.
    /// </summary>
    public IReadOnlyList<Outcome>? Read(ControlFlowGraph graph, Frame frame, IEnumerable<State> entries)
    {
        if (TryRead(graph, frame, entries) is not { } outcomes)
        {
            unread.Add(graph.OriginalOperation.Syntax);
            return null;
        }
        foreach (var pair in found)
            usages[pair.Key] = pair.Value;
        return outcomes;
    }

    /// <summary>Reads a body again with more knowledge: usages that now have a host replace those without.</summary>
    public void ReadAgain(ControlFlowGraph graph, Frame frame, IEnumerable<State> entries)
    {
        if (TryRead(graph, frame, entries) is null)
            return;
        foreach (var pair in found)
        {
            if (!pair.Value.Host.Is(out _))
                continue;
            usages.Remove((pair.Key.Site, pair.Key.Moment, pair.Key.Path, PathKey.None));
            usages[pair.Key] = pair.Value;
        }
    }

    /// <summary>
    /// Reads one body with everything it calls, without keeping results; null if that takes too many steps.
    /// </summary>
    public IReadOnlyList<Outcome>? TryRead(ControlFlowGraph graph, Frame frame, IEnumerable<State> entries)
    {
        left = MostSteps + MostStepsABlock * graph.Blocks.Length;
        found.Clear();
        var outcomes = Run(graph, frame, [.. entries]);
        return left <= 0 ? null : outcomes;
    }

    /// <summary>Counts one step; false if the body has used up its budget: later results are not kept.</summary>
    public bool Spend()
    {
        cancel.ThrowIfCancellationRequested();
        return --left > 0;
    }

    /// <summary>Keeps a usage; a later, weaker view of the same moment replaces it.</summary>
    public void Add(SyntaxNode site, CallPath? path, PathKey key, SmtpUsage usage)
    {
        if (IsTest && usage.Moment is Moment.Mention or Moment.Leaves)
            return;
        found[(site, usage.Moment, path, key)] = usage with
        {
            IsLayered = Layers.Mix(usage),
            IsJudgedAtCall = usage.Site.Call.Location.SourceTree != tree && LeadsThroughDefault(path),
        };
    }

    static bool LeadsThroughDefault(CallPath? path)
    {
        for (; path is not null; path = path.Outer)
            if (DefaultsToHost(path.Method))
                return true;
        return false;
    }

    public static bool DefaultsToHost(IMethodSymbol method) =>
        method.Parameters.Any(parameter =>
            parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: string text }
            && Hosts.Find(text) is not null
        );

    public ControlFlowGraph? Graph(IOperation root) => source.Code.Graph(root, cancel);

    public bool HasEndpoints(ControlFlowGraph graph) => source.Code.HasEndpoints(graph);

    public HashSet<ISymbol> Reassigned(ControlFlowGraph graph) => source.Code.Reassigned(graph);

    public ControlFlowGraph? Graph(IMethodSymbol method) =>
        source.Body(method, cancel) is { } body ? Graph(body) : null;

    public static Origin Origin(SyntaxNode node) => new(node.GetLocation());

    public IReadOnlyList<Outcome> Run(ControlFlowGraph graph, Frame frame, params State[] entries) =>
        new FlowAnalysis(this, graph, frame).Run(entries);
}
