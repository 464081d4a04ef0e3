using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Memory;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>
/// An object, identified by its creating code and the calls that led there, so that two calls of one factory make two
/// objects.
/// </summary>
/// <param name="Source">The creating operation, or a symbol for an object created elsewhere.</param>
internal sealed record Allocation(object Source, CallPath? Path, ITypeSymbol? Type)
{
    /// <summary>Reading a method twice gives new operations for the same syntax, which is the same creation.</summary>
    public object Place => Source is IOperation made ? made.Syntax : Source;

    /// <summary>An object that belongs to another: a message's list of senders.</summary>
    public static Allocation PartOf(Allocation whole, Slot slot) => new(new Part(whole, slot), null, null);

    public bool Equals(Allocation? other) =>
        ReferenceEquals(this, other)
        || other is not null
            && Place.Equals(other.Place)
            && Equals(Path, other.Path)
            && SymbolEqualityComparer.Default.Equals(Type, other.Type);

    public override int GetHashCode() => unchecked(Place.GetHashCode() * 31 + (Path?.GetHashCode() ?? 0));
}

/// <summary>The identity of an object that belongs to another.</summary>
internal sealed record Part(Allocation Whole, Slot Slot);
