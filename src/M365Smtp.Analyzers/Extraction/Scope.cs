using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>The work on one file: its code, what was found in it, and how much more may be done.</summary>
internal sealed class Scope(Source source, SyntaxTree tree, CancellationToken cancel)
{
    // Operations read for one file; real files need a few thousand.
    int budget = 120_000;

    readonly Dictionary<IOperation, ControlFlowGraph?> graphs = [];
    readonly Dictionary<(SyntaxNode Site, Moment Moment, CallPath? Path, string Hosts), SmtpUsage> usages = [];

    public Source Source => source;
    public MailTypes Types => source.Types;
    public SyntaxTree Tree => tree;
    public CancellationToken Cancel => cancel;

    /// <summary>The code being read is a unit test, which sets wrong values on purpose; only what it sends counts.</summary>
    public bool IsTest { get; set; }

    public bool Exhausted => budget <= 0;
    public IEnumerable<SmtpUsage> Usages => usages.Values;

    /// <summary>Counts one step; false when the file has used up its share, and everything else in it stays unknown.</summary>
    public bool Spend()
    {
        cancel.ThrowIfCancellationRequested();
        return --budget > 0;
    }

    /// <summary>Keeps a usage; a later, weaker view of the same moment replaces it.</summary>
    public void Add(SyntaxNode site, CallPath? path, string hosts, SmtpUsage usage)
    {
        if (!IsTest || usage.Moment is not (Moment.Mention or Moment.Leaves)) usages[(site, usage.Moment, path, hosts)] = usage with { IsLayered = Layers.Mix(usage) };
    }

    /// <summary>The flow graph of a body or initializer, built once however often it is entered; null where there is none.</summary>
    public ControlFlowGraph? Graph(IOperation root) =>
        graphs.TryGetValue(root, out var known) ? known : graphs[root] = Extraction.Source.Graph(root, cancel);

    public ControlFlowGraph? Graph(IMethodSymbol method) => source.Body(method, cancel) is { } body ? Graph(body) : null;

    /// <summary>A literal needs no graph to be read; null for every other expression.</summary>
    public Value.Constant? Literal(IOperation expression) =>
        expression is ILiteralOperation { ConstantValue: { HasValue: true, Value: var data } } ? new(data, Origin(expression.Syntax)) : null;

    public Origin Origin(SyntaxNode node) => new(node.GetLocation(), Shorten(node.ToString()));

    public IReadOnlyList<Outcome> Run(ControlFlowGraph graph, Frame frame, params State[] entries) =>
        new Interpreter(this, graph, frame).Run(entries);

    static string Shorten(string text) => text.Length <= 4096 ? text : text.Substring(0, 4096);
}
