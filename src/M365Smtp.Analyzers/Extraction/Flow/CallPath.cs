using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>The calls that lead to a piece of code, innermost first.</summary>
internal sealed record CallPath(IOperation Call, IMethodSymbol Method, CallPath? Outer)
{
    /// <summary>How many calls deep code is read: a wrapper around a wrapper.</summary>
    public const int Deepest = 5;

    // Looked up for every object created on the way.
    readonly int hash = unchecked(Call.Syntax.GetHashCode() * 31 + (Outer?.GetHashCode() ?? 0));

    public int Depth { get; } = 1 + (Outer?.Depth ?? 0);

    public bool Contains(IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(Method, method) || Outer?.Contains(method) == true;

    public bool IsWithin(CallPath call) => Equals(call) || Outer?.IsWithin(call) == true;

    public bool Equals(CallPath? other) =>
        ReferenceEquals(this, other)
        || other is not null && Call.Syntax.Equals(other.Call.Syntax) && Equals(Outer, other.Outer);

    public override int GetHashCode() => hash;
}
