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

    static readonly SettingsSection Empty = new(
        "",
        "",
        default,
        ImmutableArray<Setting>.Empty,
        ImmutableArray<SettingsSection>.Empty
    );

    /// <summary>The analysis context keeps what this reads with the text it comes from, so that typing C# costs
    /// nothing.</summary>
    public static readonly AdditionalTextValueProvider<SettingsFile> Provider = new(text =>
        Read(text.Path, IsSettings(text.Path) ? text.GetText() : null)
    );

    readonly Lazy<SettingsSection> root;
    readonly Lazy<ImmutableArray<JsonMember>> outline;
    readonly Lazy<SettingsSection> traced;
    readonly Lazy<ImmutableArray<HostPlace>> hosts;
    readonly Lazy<ImmutableArray<Setting>> webServices;

    SettingsFile(SettingsSource source, Func<SettingsSection?> parse, bool hasOutline)
    {
        Source = source;
        Layer = SettingsLayer.Of(source.Path);
        Keys = new(this);
        root = new(() => parse() ?? Empty);
        outline = new(() => hasOutline ? JsonOutline.Of(source.Source) : default);
        traced = new(() =>
            source.HasAnyTrace ? Part(member => !member.IsSection || source.HasTrace(member.Span)) : Empty
        );
        hosts = new(() => MicrosoftHosts.In(traced.Value));
        webServices = new(() => WebServicesAddress.In(traced.Value));
    }

    public SettingsSource Source { get; }

    public SettingsLayer Layer { get; }

    public SettingsKeys Keys { get; }

    /// <summary>Empty where the file is broken, too long or no settings file.</summary>
    public SettingsSection Root => root.Value;

    /// <summary>The Microsoft mail hosts that values of this file name.</summary>
    public ImmutableArray<HostPlace> Hosts => hosts.Value;

    /// <summary>The addresses of Exchange Web Services that values of this file hold.</summary>
    public ImmutableArray<Setting> WebServices => webServices.Value;

    /// <summary>Where the members of the root stand; default for a file that has no such outline.</summary>
    public ImmutableArray<JsonMember> Outline => outline.Value;

    /// <param name="path">Its extension says how to read it: .json, .config or .xml.</param>
    /// <param name="text">Null for a file that cannot be read.</param>
    public static SettingsFile Read(string path, SourceText? text)
    {
        var source = new SettingsSource(
            path,
            text is { Length: <= LongestText } && IsSettings(path) ? text : SourceText.From("")
        );
        return Extension(path) == ".json"
            ? new(source, () => JsonSettingsReader.Read(source), hasOutline: true)
            : new(source, () => XmlSettingsReader.Read(source), hasOutline: false);
    }

    /// <summary>A file that was read elsewhere, whatever its format.</summary>
    public static SettingsFile Of(SettingsSource source, SettingsSection root) =>
        new(source, () => root, hasOutline: false);

    /// <summary>The root with no other members than these, or with all where the file has no outline.</summary>
    public SettingsSection Part(Func<JsonMember, bool> wanted) =>
        Outline.IsDefault ? Root : JsonSettingsReader.Read(Source, Outline.Where(wanted));

    /// <summary>Whether a file of that name is read as settings at all.</summary>
    public static bool IsSettings(string path) => Extension(path) is ".json" or ".config" or ".xml";

    static string Extension(string path) =>
        path.LastIndexOf('.') is var dot and >= 0 ? path.Substring(dot).ToLowerInvariant() : "";
}
