using M365Smtp.Analyzers.Extraction.Code;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>The call being read: how it was reached, and its receiver.</summary>
internal sealed record Frame(CallPath? Path, Value This)
{
    /// <summary>The number of nested initializers: two fields may refer to each other.</summary>
    public int Initializers { get; init; }

    public Frame Enter(IOperation call, IMethodSymbol method, Value self) =>
        new(new CallPath(call, Declarations.WithBody(method), Path), self);

    /// <summary>Recursion is not followed.</summary>
    public bool MayEnter(IMethodSymbol method) =>
        (Path?.Depth ?? 0) < CallPath.Deepest && Path?.Contains(Declarations.WithBody(method)) != true;
}
