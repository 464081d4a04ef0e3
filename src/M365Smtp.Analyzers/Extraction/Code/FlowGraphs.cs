using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Code;

/// <summary>
/// The compiler's flow graphs. For incomplete code the compiler may throw instead (4.8 does for an assignment to a
/// switch expression): such code has no graph and is not read.
/// </summary>
internal static class FlowGraphs
{
#pragma warning disable RS0030
    public static ControlFlowGraph? Of(IOperation root, CancellationToken cancel) =>
        OrNull(() =>
            root switch
            {
                IMethodBodyOperation body => ControlFlowGraph.Create(body, cancel),
                IConstructorBodyOperation body => ControlFlowGraph.Create(body, cancel),
                IBlockOperation block => ControlFlowGraph.Create(block, cancel),
                IFieldInitializerOperation field => ControlFlowGraph.Create(field, cancel),
                IPropertyInitializerOperation property => ControlFlowGraph.Create(property, cancel),
                _ => null,
            }
        );

    public static ControlFlowGraph? OfLambda(
        ControlFlowGraph outer,
        IFlowAnonymousFunctionOperation lambda,
        CancellationToken cancel
    ) => OrNull(() => outer.GetAnonymousFunctionControlFlowGraphInScope(lambda, cancel));

    /// <param name="outer">The graph that declares the function, directly or through enclosing graphs.</param>
    public static ControlFlowGraph? OfLocalFunction(
        ControlFlowGraph? outer,
        IMethodSymbol function,
        CancellationToken cancel
    )
    {
        for (; outer is not null; outer = outer.Parent)
            if (outer.LocalFunctions.Contains(function, SymbolEqualityComparer.Default))
                return OrNull(() => outer.GetLocalFunctionControlFlowGraph(function, cancel));
        return null;
    }
#pragma warning restore RS0030

    static ControlFlowGraph? OrNull(Func<ControlFlowGraph?> create)
    {
        try
        {
            return create();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
    }
}
