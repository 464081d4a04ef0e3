using System.Collections.Concurrent;
using System.Collections.Immutable;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Code;

/// <summary>What is worked out about bodies and initializers, once a compilation, whichever files lead into
/// them.</summary>
internal sealed class CodeCache
{
    readonly ConcurrentDictionary<SyntaxNode, ControlFlowGraph?> graphs = new();
    readonly ConcurrentDictionary<ControlFlowGraph, bool> withEndpoints = new();
    readonly ConcurrentDictionary<ControlFlowGraph, HashSet<ISymbol>> reassigned = new();
    readonly ConcurrentDictionary<SyntaxNode, bool> concerning = new();
    readonly ConcurrentDictionary<SyntaxNode, BodyFacts> about = new();
    readonly ConcurrentDictionary<SyntaxNode, IOperation?> written = new();

    /// <summary>The flow graph of a body or initializer; null where there is none.</summary>
    public ControlFlowGraph? Graph(IOperation root, CancellationToken cancel) =>
        graphs.TryGetValue(root.Syntax, out var known) ? known : graphs[root.Syntax] = FlowGraphs.Of(root, cancel);

    /// <summary>A Microsoft host, or a port of mail that is not 587, is written in the code.</summary>
    public bool HasEndpoints(ControlFlowGraph graph) =>
        withEndpoints.GetOrAdd(graph, static graph => graph.OriginalOperation.Descendants().Any(IsEndpoint));

    /// <summary>The variables that the code assigns after they were declared.</summary>
    public HashSet<ISymbol> Reassigned(ControlFlowGraph graph) =>
        reassigned.GetOrAdd(graph, static graph => Lambdas.Reassigned(graph.OriginalOperation));

    /// <summary>The operation as written: to ask the model for it again may bind its whole lambda anew.</summary>
    public IOperation? Written(SyntaxNode syntax, Func<SyntaxNode, Source, IOperation?> ask, Source source) =>
        written.TryGetValue(syntax, out var known) ? known : written[syntax] = ask(syntax, source);

    public bool MayMakeClient(SyntaxNode body, Func<bool> find) =>
        concerning.TryGetValue(body, out var known) ? known : concerning[body] = find();

    public BodyFacts About(SyntaxNode body, Func<BodyFacts> find) =>
        about.TryGetValue(body, out var known) ? known : about[body] = find();

    static bool IsEndpoint(IOperation operation) =>
        operation is ILiteralOperation { ConstantValue: { HasValue: true, Value: var data } }
        && (data is Ports.Relay or Ports.ImplicitTls || data is string text && Hosts.Find(text) is not null);
}

/// <summary>What a body says by itself.</summary>
/// <param name="IsMail">It handles a value of mail.</param>
/// <param name="MakesClient">It handles a client, or what a client may be made of.</param>
/// <param name="Calls">The methods of mail files that it calls; not all of them where it makes a client.</param>
internal sealed record BodyFacts(bool IsMail, bool MakesClient, ImmutableHashSet<IMethodSymbol> Calls);
