using System.Text.Json;
using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Tool.Lint.Reading;

/// <summary>Reads a settings file of any format.</summary>
internal static class SettingsReading
{
    // In characters; far above any settings file.
    const int LongestText = 5_000_000;

    static readonly JsonDocumentOptions AsConfigurationReadsIt = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Null for a file found in a folder that cannot contain mail settings or is not a settings file; it is
    /// not reported.</summary>
    /// <exception cref="UnreadableException">The file is broken.</exception>
    public static SettingsFile? Read(FoundFile file, string text)
    {
        if (text.Length > LongestText)
            return file.IsNamed
                ? throw new UnreadableException("longer than five million characters, which no settings file is")
                : null;
        var source = new SettingsSource(file.Path, SourceText.From(text));
        if (!file.IsNamed && !source.HasAnyTrace)
            return null;
        try
        {
            return Root(source) is { } root ? SettingsFile.Of(source, root) : null;
        }
        // Many files end in .xml; a broken one without a mail host is not a settings file.
        catch (UnreadableException)
            when (!file.IsNamed
                && file.Path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                && !NamesMailHost(text)
            )
        {
            return null;
        }
        // Helm chart templates are not valid YAML yet.
        catch (UnreadableException)
            when (!file.IsNamed
                && SettingsFormats.Of(file.Path) == SettingsFormat.Yaml
                && text.Contains("{{", StringComparison.Ordinal)
            )
        {
            return null;
        }
    }

    static bool NamesMailHost(string text) =>
        Hosts.All.Any(host => text.Contains(host.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A view or a script; null if it names no Microsoft host.</summary>
    public static SettingsSource? Script(FoundFile file, string text) =>
        text.Length <= LongestText
        && new SettingsSource(file.Path, SourceText.From(text)) is { HasAnyTrace: true } source
            ? source
            : null;

    static SettingsSection? Root(SettingsSource source) =>
        SettingsFormats.Of(source.Path) switch
        {
            SettingsFormat.Json => JsonSettingsReader.Read(source) ?? NoObject(source.Text),
            SettingsFormat.Xml => XmlSettingsReader.Read(source) ?? throw new UnreadableException("no well-formed XML"),
            SettingsFormat.Env => EnvReader.Read(source),
            _ => YamlSections.Read(source),
        };

    // A list or a number is valid JSON too, but not settings.
    static SettingsSection? NoObject(string json)
    {
        try
        {
            using var _ = JsonDocument.Parse(json, AsConfigurationReadsIt);
            return null;
        }
        catch (JsonException broken)
        {
            throw new UnreadableException("no JSON", broken.LineNumber + 1);
        }
    }
}
