using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Memory;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>An object: the code that makes it and the calls on the way there, so that two calls of one factory make two
/// objects.</summary>
/// <param name="Source">The creating operation, or a symbol for an object that somebody else made.</param>
internal sealed record Allocation(object Source, CallPath? Path, ITypeSymbol? Type)
{
    /// <summary>Reading a method twice gives new operations of the same syntax: it is the same place that makes the
    /// object.</summary>
    public object Place => Source is IOperation made ? made.Syntax : Source;

    /// <summary>An object that comes with another: the list of senders of a message.</summary>
    public static Allocation PartOf(Allocation whole, Slot slot) => new(new Part(whole, slot), null, null);

    public bool Equals(Allocation? other) =>
        ReferenceEquals(this, other)
        || other is not null
            && Place.Equals(other.Place)
            && Equals(Path, other.Path)
            && SymbolEqualityComparer.Default.Equals(Type, other.Type);

    public override int GetHashCode() => unchecked(Place.GetHashCode() * 31 + (Path?.GetHashCode() ?? 0));
}

/// <summary>What an object that comes with another is known by.</summary>
internal sealed record Part(Allocation Whole, Slot Slot);
