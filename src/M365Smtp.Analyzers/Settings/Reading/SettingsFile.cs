using System.Collections.Immutable;
using M365Smtp.Analyzers.Settings.Sections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>A settings file, read on demand.</summary>
internal sealed class SettingsFile
{
    // In characters; far above any settings file.
    const int LongestText = 5_000_000;

    static readonly SettingsSection Empty = new(
        "",
        "",
        default,
        ImmutableArray<Setting>.Empty,
        ImmutableArray<SettingsSection>.Empty
    );

    /// <summary>The analysis context caches the result with the text, so typing C# costs nothing.</summary>
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

    /// <summary>Empty if the file is broken, too long or not a settings file.</summary>
    public SettingsSection Root => root.Value;

    /// <summary>The Microsoft mail hosts among the values of this file.</summary>
    public ImmutableArray<HostPlace> Hosts => hosts.Value;

    /// <summary>The addresses of Exchange Web Services among the values of this file.</summary>
    public ImmutableArray<Setting> WebServices => webServices.Value;

    /// <summary>The positions of the root's members; default for a file without such an outline.</summary>
    public ImmutableArray<JsonMember> Outline => outline.Value;

    /// <param name="path">The extension selects the format: .json, .config or .xml.</param>
    /// <param name="text">Null for an unreadable file.</param>
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

    /// <summary>A file that has already been read, in any format.</summary>
    public static SettingsFile Of(SettingsSource source, SettingsSection root) =>
        new(source, () => root, hasOutline: false);

    /// <summary>The root with only these members, or with all if the file has no outline.</summary>
    public SettingsSection Part(Func<JsonMember, bool> wanted) =>
        Outline.IsDefault ? Root : JsonSettingsReader.Read(Source, Outline.Where(wanted));

    /// <summary>Whether a file of that name is read as settings.</summary>
    public static bool IsSettings(string path) => Extension(path) is ".json" or ".config" or ".xml";

    static string Extension(string path) =>
        path.LastIndexOf('.') is var dot and >= 0 ? path.Substring(dot).ToLowerInvariant() : "";
}
