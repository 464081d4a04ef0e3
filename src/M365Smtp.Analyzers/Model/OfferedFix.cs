using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Model;

/// <summary>The fix of a diagnostic, passed to the fixer in <see cref="Diagnostic.Properties"/>.</summary>
/// <remarks>
/// Every diagnostic gets <c>OfferedFix.ToDiagnosticProperties(finding, editsOfClient)</c>. A light bulb sees a single
/// diagnostic, so each one carries the edits of all findings of its client in <paramref name="ClientEdits"/>; with only
/// one finding they are omitted.
/// </remarks>
/// <param name="Title">As shown in the light bulb: "Use port 587"; empty if there is only a guess.</param>
/// <param name="Edits">Applied all or none; empty if there is only a guess.</param>
/// <param name="ClientEdits">Every edit that this diagnostic's client needs; empty if <paramref name="Edits"/> already
/// has them all.</param>
internal sealed record OfferedFix(string Title, ImmutableArray<Edit> Edits, ImmutableArray<Edit> ClientEdits)
{
    const string TitleKey = "fix.title",
        EditsKey = "fix.edits",
        ClientKey = "fix.client";
    const string OtherTitleKey = "fix.other.title",
        OtherEditsKey = "fix.other.edits";
    const string GuessTitleKey = "fix.guess.title",
        GuessEditsKey = "fix.guess.edits";

    static readonly OfferedFix NoFix = new("", ImmutableArray<Edit>.Empty, ImmutableArray<Edit>.Empty);

    /// <summary>An alternative fix, offered next to the first; null if there is none.</summary>
    public OfferedFix? Other { get; init; }

    /// <summary>A possible fix that only a developer can confirm, so Fix All never applies it; null if there is
    /// none.</summary>
    public OfferedFix? Guess { get; init; }

    /// <summary>Empty if the finding offers no fix.</summary>
    public static ImmutableDictionary<string, string?> ToDiagnosticProperties(
        Finding finding,
        ImmutableArray<Edit> clientEdits = default
    )
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        var home = PathOf(finding.At.Location);
        properties = With(properties, home, GuessTitleKey, finding.GuessTitle, GuessEditsKey, finding.GuessEdits);
        if (finding.FixTitle is not { Length: > 0 } || finding.Edits.IsDefaultOrEmpty)
            return properties;
        properties = With(properties, home, TitleKey, finding.FixTitle, EditsKey, finding.Edits);
        properties = With(properties, home, OtherTitleKey, finding.OtherFixTitle, OtherEditsKey, finding.OtherEdits);
        return clientEdits.IsDefaultOrEmpty ? properties : properties.Add(ClientKey, EditText.Write(clientEdits, home));
    }

    /// <summary>Null for a diagnostic without a fix, and for properties that the analyzer did not write.</summary>
    public static OfferedFix? TryRead(Diagnostic diagnostic)
    {
        var (properties, home) = (diagnostic.Properties, PathOf(diagnostic.Location));
        var guess = Read(properties, home, GuessTitleKey, GuessEditsKey);
        if (!properties.ContainsKey(TitleKey))
            return guess is null ? null : NoFix with { Guess = guess };
        return Read(properties, home, TitleKey, EditsKey) is { } fix && ReadClient(properties, home) is { } clientEdits
            ? fix with
            {
                ClientEdits = clientEdits,
                Other = Read(properties, home, OtherTitleKey, OtherEditsKey),
                Guess = guess,
            }
            : null;
    }

    static ImmutableDictionary<string, string?> With(
        ImmutableDictionary<string, string?> properties,
        string home,
        string titleKey,
        string? title,
        string editsKey,
        ImmutableArray<Edit> edits
    ) =>
        title is { Length: > 0 } && !edits.IsDefaultOrEmpty
            ? properties.Add(titleKey, title).Add(editsKey, EditText.Write(edits, home))
            : properties;

    static OfferedFix? Read(
        ImmutableDictionary<string, string?> properties,
        string home,
        string titleKey,
        string editsKey
    ) =>
        properties.TryGetValue(titleKey, out var title)
        && title is { Length: > 0 }
        && properties.TryGetValue(editsKey, out var written)
        && EditText.TryRead(written, home) is { Length: > 0 } edits
            ? NoFix with
            {
                Title = title,
                Edits = edits,
            }
            : null;

    static ImmutableArray<Edit>? ReadClient(ImmutableDictionary<string, string?> properties, string home) =>
        properties.TryGetValue(ClientKey, out var written)
            ? EditText.TryRead(written, home)
            : ImmutableArray<Edit>.Empty;

    static string PathOf(Location location) => location.SourceTree?.FilePath ?? location.GetLineSpan().Path ?? "";
}
