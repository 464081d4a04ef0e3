using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Memory;

/// <summary>A decision made once on a path, so that it stays the same.</summary>
internal abstract record Decision
{
    /// <summary>The environment whose settings the path reads.</summary>
    public static readonly Decision Environment = new Choice("environment");

    /// <summary>Settings missing from the files are set elsewhere, so that no default applies.</summary>
    public static readonly Decision Defaults = new Choice("defaults");

    sealed record Choice(string About) : Decision;
}

/// <summary>The subject of a condition that is tested more than once.</summary>
/// <param name="Root">The variable or member at its start; null if it is identified only by its text.</param>
/// <param name="Members">The members accessed on it, or the text.</param>
internal sealed record Question(ISymbol? Root, string Members, CallPath? Path) : Decision
{
    public Question Of(string member) => this with { Members = Members + member };
}

/// <summary>The path knows only that this is not the answer.</summary>
internal sealed record Denial(Question Question, object? Answer) : Decision;

/// <summary>A call with the same result each time: <c>env.IsDevelopment()</c>.</summary>
internal sealed record SameCall(string Words) : Decision;

/// <summary>Whether an object of the type has its declared values, or unknown ones.</summary>
internal sealed record TakesDefaults(INamedTypeSymbol Type) : Decision;
