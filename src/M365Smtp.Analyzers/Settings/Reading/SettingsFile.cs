using System.Collections.Immutable;
using M365Smtp.Analyzers.Settings.Sections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>A settings file as it was read.</summary>
/// <param name="Root">Empty where the file is broken, too long or no settings file.</param>
internal sealed record SettingsFile(SettingsSource Source, SettingsLayer Layer, SettingsSection Root)
{
    // In characters; no settings file comes near it.
    const int LongestText = 5_000_000;

    static readonly SettingsSection Empty = new("", "", default, ImmutableArray<Setting>.Empty, ImmutableArray<SettingsSection>.Empty);

    /// <summary>The analysis context keeps what this reads with the text it comes from, so that typing C# costs nothing.</summary>
    public static readonly AdditionalTextValueProvider<SettingsFile> Provider = new(text => Read(text.Path, IsSettings(text.Path) ? text.GetText() : null));

    readonly Lazy<SettingsKeys> keys = new(() => new SettingsKeys(Root));

    readonly Lazy<bool> mentionsMicrosoft = new(() => MailSections.MentionsMicrosoft(Root));

    public SettingsKeys Keys => keys.Value;

    /// <summary>A value names a Microsoft mail host.</summary>
    public bool MentionsMicrosoft => mentionsMicrosoft.Value;

    public static SettingsFile Read(string path, SourceText? text)
    {
        var readable = text is { Length: <= LongestText } ? text : SourceText.From("");
        var source = new SettingsSource(path, readable);
        return new(source, SettingsLayer.Of(path), Parse(source) ?? Empty);
    }

    static bool IsSettings(string path) => Extension(path) is ".json" or ".config" or ".xml";

    static SettingsSection? Parse(SettingsSource source) => Extension(source.Path) switch
    {
        ".json" => JsonSettingsReader.Read(source),
        _ => XmlSettingsReader.Read(source),
    };

    static string Extension(string path) => path.LastIndexOf('.') is var dot and >= 0 ? path.Substring(dot).ToLowerInvariant() : "";
}
