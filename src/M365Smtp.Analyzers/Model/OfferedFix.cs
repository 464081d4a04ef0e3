using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Model;

/// <summary>What a diagnostic tells the fixer, carried in <see cref="Diagnostic.Properties"/>.</summary>
/// <remarks>
/// The analyzer gives every diagnostic <c>OfferedFix.ToDiagnosticProperties(finding, editsOfClient)</c>. A light bulb
/// sees one
/// diagnostic only, so each brings along what the others of its client would change: where the usages of one client
/// creation
/// yield several findings, <paramref name="ClientEdits"/> is the edits of them all; with a single finding it is left
/// out.
/// </remarks>
/// <param name="Title">As the light bulb says it: "Use port 587"; empty where there is a guess alone.</param>
/// <param name="Edits">Applied all or none; empty where there is a guess alone.</param>
/// <param name="ClientEdits">Every edit that this diagnostic's client needs; empty where <paramref name="Edits"/> is
/// all.</param>
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

    /// <summary>A second way, offered beside the first; null where there is none.</summary>
    public OfferedFix? Other { get; init; }

    /// <summary>What may be right and only a person can tell, so that no Fix All takes it; null where there is
    /// none.</summary>
    public OfferedFix? Guess { get; init; }

    /// <summary>Empty where the finding offers no fix.</summary>
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

    /// <summary>Null for a diagnostic that offers nothing, and for properties that are not exactly what the analyzer
    /// writes.</summary>
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
