using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Memory;

/// <summary>Something that is decided once on a path, so that it stays so.</summary>
internal abstract record Decision
{
    /// <summary>The environment whose settings the path reads.</summary>
    public static readonly Decision Environment = new Choice();

    sealed record Choice : Decision;
}

/// <summary>A condition's subject, which is asked for more than once.</summary>
/// <param name="Root">The variable or member it starts from; null where it is known by its words alone.</param>
/// <param name="Members">What is taken of it, or the words.</param>
internal sealed record Question(ISymbol? Root, string Members, CallPath? Path) : Decision
{
    public Question Of(string member) => this with { Members = Members + member };
}

/// <summary>The path knows only that this is not the answer.</summary>
internal sealed record Denial(Question Question, object? Answer) : Decision;

/// <summary>A call that answers the same each time: <c>env.IsDevelopment()</c>.</summary>
internal sealed record SameCall(string Words) : Decision;

/// <summary>Whether an object of the type has what its declaration gives it, or what nobody knows.</summary>
internal sealed record TakesDefaults(INamedTypeSymbol Type) : Decision;
