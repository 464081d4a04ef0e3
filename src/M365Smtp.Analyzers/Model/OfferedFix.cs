using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Model;

/// <summary>What a diagnostic tells the fixer, carried in <see cref="Diagnostic.Properties"/>.</summary>
/// <remarks>
/// The analyzer gives every diagnostic <c>OfferedFix.ToDiagnosticProperties(finding, editsOfClient)</c>. A light bulb sees one
/// diagnostic only, so each brings along what the others of its client would change: where the usages of one client creation
/// yield several findings, <paramref name="ClientEdits"/> is the edits of them all; with a single finding it is left out.
/// </remarks>
/// <param name="Title">As the light bulb says it: "Use port 587".</param>
/// <param name="Edits">Never empty; applied all or none.</param>
/// <param name="ClientEdits">Every edit that this diagnostic's client needs; empty where <paramref name="Edits"/> is all.</param>
internal sealed record OfferedFix(string Title, ImmutableArray<Edit> Edits, ImmutableArray<Edit> ClientEdits)
{
    const string TitleKey = "fix.title", EditsKey = "fix.edits", ClientKey = "fix.client", OtherTitleKey = "fix.other.title", OtherEditsKey = "fix.other.edits";

    /// <summary>A second way, offered beside the first; null where there is none.</summary>
    public OfferedFix? Other { get; init; }

    /// <summary>Empty where the finding offers no fix.</summary>
    public static ImmutableDictionary<string, string?> ToDiagnosticProperties(Finding finding, ImmutableArray<Edit> clientEdits = default)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (finding.FixTitle is not { Length: > 0 } title || finding.Edits.IsDefaultOrEmpty) return properties;
        properties = properties.Add(TitleKey, title).Add(EditsKey, EditText.Write(finding.Edits));
        if (finding.OtherFixTitle is { Length: > 0 } other && !finding.OtherEdits.IsDefaultOrEmpty)
            properties = properties.Add(OtherTitleKey, other).Add(OtherEditsKey, EditText.Write(finding.OtherEdits));
        return clientEdits.IsDefaultOrEmpty ? properties : properties.Add(ClientKey, EditText.Write(clientEdits));
    }

    /// <summary>Null for a diagnostic that offers nothing, and for properties that are not exactly what the analyzer writes.</summary>
    public static OfferedFix? TryRead(Diagnostic diagnostic)
    {
        var properties = diagnostic.Properties;
        return properties.TryGetValue(TitleKey, out var title) && title is { Length: > 0 }
            && properties.TryGetValue(EditsKey, out var written) && EditText.TryRead(written) is { Length: > 0 } edits
            && ReadClient(properties) is { } clientEdits
            ? new OfferedFix(title, edits, clientEdits) { Other = ReadOther(properties) }
            : null;
    }

    static OfferedFix? ReadOther(ImmutableDictionary<string, string?> properties) =>
        properties.TryGetValue(OtherTitleKey, out var title) && title is { Length: > 0 }
        && properties.TryGetValue(OtherEditsKey, out var written) && EditText.TryRead(written) is { Length: > 0 } edits
            ? new OfferedFix(title, edits, ImmutableArray<Edit>.Empty)
            : null;

    static ImmutableArray<Edit>? ReadClient(ImmutableDictionary<string, string?> properties) =>
        properties.TryGetValue(ClientKey, out var written) ? EditText.TryRead(written) : ImmutableArray<Edit>.Empty;
}
