using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace M365Smtp.Analyzers.Extraction.Memory;

/// <summary>A holder of one value: a symbol in the code, or a flow capture.</summary>
internal readonly record struct Variable
{
    // Each graph numbers its captures from zero; a called method must not overwrite those of its caller.
    readonly (SyntaxNode Code, CaptureId Id) capture;

    public Variable(ISymbol symbol) => (Symbol, capture) = (symbol, default);

    public Variable(ControlFlowGraph graph, CaptureId capture) =>
        (Symbol, this.capture) = (null, (graph.OriginalOperation.Syntax, capture));

    /// <summary>A local, a parameter, a field or a property; null for a flow capture.</summary>
    public ISymbol? Symbol { get; }
}
