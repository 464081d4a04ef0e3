using System.Collections.Immutable;
using M365Smtp.Analyzers.Settings.Sections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>A settings file, read as far as somebody asks.</summary>
internal sealed class SettingsFile
{
    // In characters; no settings file comes near it.
    const int LongestText = 5_000_000;

    static readonly SettingsSection Empty = new("", "", default, ImmutableArray<Setting>.Empty, ImmutableArray<SettingsSection>.Empty);

    /// <summary>The analysis context keeps what this reads with the text it comes from, so that typing C# costs nothing.</summary>
    public static readonly AdditionalTextValueProvider<SettingsFile> Provider = new(text => Read(text.Path, IsSettings(text.Path) ? text.GetText() : null));

    readonly Lazy<SettingsSection> root;
    readonly Lazy<SettingsKeys> keys;
    readonly Lazy<ImmutableArray<HostPlace>> hosts;

    SettingsFile(SettingsSource source, Func<bool, SettingsSection?> parse)
    {
        Source = source;
        Layer = SettingsLayer.Of(source.Path);
        root = new(() => parse(false) ?? Empty);
        keys = new(() => new SettingsKeys(Root));
        hosts = new(() => source.HasTrace(new TextSpan(0, source.Text.Length)) ? MicrosoftHosts.In(parse(true) ?? Empty) : ImmutableArray<HostPlace>.Empty);
    }

    public SettingsSource Source { get; }

    public SettingsLayer Layer { get; }

    /// <summary>Empty where the file is broken, too long or no settings file.</summary>
    public SettingsSection Root => root.Value;

    public SettingsKeys Keys => keys.Value;

    /// <summary>The Microsoft mail hosts that values of this file name.</summary>
    public ImmutableArray<HostPlace> Hosts => hosts.Value;

    /// <param name="path">Its extension says how to read it: .json, .config or .xml.</param>
    /// <param name="text">Null for a file that cannot be read.</param>
    public static SettingsFile Read(string path, SourceText? text)
    {
        var source = new SettingsSource(path, text is { Length: <= LongestText } && IsSettings(path) ? text : SourceText.From(""));
        return new(source, onlyTraces => Parse(source, onlyTraces));
    }

    /// <summary>A file that was read elsewhere, whatever its format.</summary>
    public static SettingsFile Of(SettingsSource source, SettingsSection root) => new(source, _ => root);

    static bool IsSettings(string path) => Extension(path) is ".json" or ".config" or ".xml";

    static SettingsSection? Parse(SettingsSource source, bool onlyTraces) =>
        Extension(source.Path) == ".json" ? JsonSettingsReader.Read(source, onlyTraces) : XmlSettingsReader.Read(source);

    static string Extension(string path) => path.LastIndexOf('.') is var dot and >= 0 ? path.Substring(dot).ToLowerInvariant() : "";
}
