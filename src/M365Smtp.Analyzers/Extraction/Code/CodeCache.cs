using System.Collections.Concurrent;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Code;

/// <summary>
/// Results about bodies and initializers, computed once per compilation, no matter which files lead to them.
/// </summary>
internal sealed class CodeCache
{
    readonly ConcurrentDictionary<SyntaxNode, ControlFlowGraph?> graphs = new();
    readonly ConcurrentDictionary<ControlFlowGraph, bool> withEndpoints = new();
    readonly ConcurrentDictionary<ControlFlowGraph, HashSet<ISymbol>> reassigned = new();
    readonly ConcurrentDictionary<SyntaxNode, BodyFacts> about = new();
    readonly ConcurrentDictionary<SyntaxNode, IOperation?> written = new();

    /// <summary>The flow graph of a body or initializer; null if there is none.</summary>
    public ControlFlowGraph? Graph(IOperation root, CancellationToken cancel) =>
        graphs.TryGetValue(root.Syntax, out var known) ? known : graphs[root.Syntax] = FlowGraphs.Of(root, cancel);

    /// <summary>The code contains a Microsoft host, or a mail port other than 587.</summary>
    public bool HasEndpoints(ControlFlowGraph graph) =>
        withEndpoints.GetOrAdd(graph, static graph => graph.OriginalOperation.Descendants().Any(IsEndpoint));

    /// <summary>The variables that the code assigns after their declaration.</summary>
    public HashSet<ISymbol> Reassigned(ControlFlowGraph graph) =>
        reassigned.GetOrAdd(graph, static graph => Lambdas.Reassigned(graph.OriginalOperation));

    /// <summary>The operation as written: asking the model again may rebind the entire lambda.</summary>
    public IOperation? Written(SyntaxNode syntax, Func<SyntaxNode, Source, IOperation?> ask, Source source) =>
        written.TryGetValue(syntax, out var known) ? known : written[syntax] = ask(syntax, source);

    public BodyFacts About(SyntaxNode body, Func<BodyFacts> find) =>
        about.TryGetValue(body, out var known) ? known : about[body] = find();

    static bool IsEndpoint(IOperation operation) =>
        operation is ILiteralOperation { ConstantValue: { HasValue: true, Value: var data } }
        && (data is Ports.Relay or Ports.ImplicitTls || data is string text && Hosts.Find(text) is not null);
}

/// <summary>What a body shows on its own.</summary>
/// <param name="IsMail">Whether it handles a mail value.</param>
/// <param name="MakesClient">Whether it handles a client, or a value that a client may be built from.</param>
/// <param name="Calls">The methods in mail files that it calls; incomplete if it creates a client.</param>
internal sealed record BodyFacts(bool IsMail, bool MakesClient, IReadOnlyList<IMethodSymbol> Calls);
