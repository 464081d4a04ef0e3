using System.Collections.Concurrent;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>What is worked out about bodies and initializers, once a compilation, whichever files lead into them.</summary>
internal sealed class CodeCache
{
    readonly ConcurrentDictionary<SyntaxNode, ControlFlowGraph?> graphs = new();
    readonly ConcurrentDictionary<ControlFlowGraph, bool> withEndpoints = new();
    readonly ConcurrentDictionary<ControlFlowGraph, HashSet<ISymbol>> reassigned = new();
    readonly ConcurrentDictionary<SyntaxNode, bool> concerning = new();

    /// <summary>The flow graph of a body or initializer; null where there is none.</summary>
    public ControlFlowGraph? Graph(IOperation root, CancellationToken cancel) =>
        graphs.TryGetValue(root.Syntax, out var known) ? known : graphs[root.Syntax] = FlowGraphs.Of(root, cancel);

    /// <summary>A Microsoft host, or a port of mail that is not 587, is written in the code.</summary>
    public bool HasEndpoints(ControlFlowGraph graph) =>
        withEndpoints.GetOrAdd(graph, static graph => graph.OriginalOperation.Descendants().Any(IsEndpoint));

    /// <summary>The variables that the code assigns after they were declared.</summary>
    public HashSet<ISymbol> Reassigned(ControlFlowGraph graph) =>
        reassigned.GetOrAdd(graph, static graph => Interpreter.Reassigned(graph.OriginalOperation));

    /// <summary>The answer of a test of a body.</summary>
    public bool Concerns(IOperation body, Func<IOperation, bool> test) =>
        concerning.TryGetValue(body.Syntax, out var known) ? known : concerning[body.Syntax] = test(body);

    static bool IsEndpoint(IOperation operation) =>
        operation is ILiteralOperation { ConstantValue: { HasValue: true, Value: var data } }
        && (data is Ports.Relay or Ports.ImplicitTls || data is string text && Hosts.Find(text) is not null);
}
