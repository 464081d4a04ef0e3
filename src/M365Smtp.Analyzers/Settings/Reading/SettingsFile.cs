using System.Collections.Immutable;
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
    public static readonly AdditionalTextValueProvider<SettingsFile> Provider = new(text => Read(text.Path, text.GetText()));

    readonly Lazy<SettingsKeys> keys = new(() => new SettingsKeys(Root));

    public SettingsKeys Keys => keys.Value;

    public static SettingsFile Read(string path, SourceText? text)
    {
        var readable = text is { Length: <= LongestText } ? text : SourceText.From("");
        var source = new SettingsSource(path, readable);
        return new(source, SettingsLayer.Of(path), Parse(source) ?? Empty);
    }

    static SettingsSection? Parse(SettingsSource source) => Extension(source.Path) switch
    {
        ".json" => JsonSettingsReader.Read(source),
        ".config" or ".xml" => XmlSettingsReader.Read(source),
        _ => null,
    };

    static string Extension(string path) => path.LastIndexOf('.') is var dot and >= 0 ? path.Substring(dot).ToLowerInvariant() : "";
}
