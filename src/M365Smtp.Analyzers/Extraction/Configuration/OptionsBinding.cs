using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Configuration;

/// <summary>What fills an options object.</summary>
/// <param name="Section">The path of its section; null where only code fills it.</param>
internal sealed record OptionsBinding(string? Section)
{
    /// <summary>The members that a lambda sets after the section, and to what; null where that is not one plain
    /// value.</summary>
    public ImmutableDictionary<string, IOperation?> InCode { get; init; } =
        ImmutableDictionary<string, IOperation?>.Empty;

    /// <summary>The object that code makes and registers as it is; null where the container makes it.</summary>
    public RegisteredOptions? Registered { get; init; }
}
