using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>The call that is being read: how it was reached, and the object it runs on.</summary>
internal sealed record Frame(CallPath? Path, Value This)
{
    /// <summary>How many initializers led to one another: two fields may be each other's value.</summary>
    public int Initializers { get; init; }

    public Frame Enter(IOperation call, IMethodSymbol method, Value self) =>
        new(new CallPath(call, method, Path), self);

    /// <summary>Deep enough for a wrapper around a wrapper; a method inside itself is not followed.</summary>
    public bool MayEnter(IMethodSymbol method) => (Path?.Depth ?? 0) < 5 && Path?.Contains(method) != true;
}
