using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Configuration;

/// <summary>The source of an options object's values.</summary>
/// <param name="Section">The path of its section; null if only code fills it.</param>
internal sealed record OptionsBinding(string? Section)
{
    /// <summary>
    /// The members that a lambda sets after the section, with their values; null if that is not one plain value.
    /// </summary>
    public ImmutableDictionary<string, IOperation?> InCode { get; init; } =
        ImmutableDictionary<string, IOperation?>.Empty;

    /// <summary>The object that code creates and registers directly; null if the container creates it.</summary>
    public RegisteredOptions? Registered { get; init; }
}
