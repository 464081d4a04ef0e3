using System.Collections.Immutable;
using M365Smtp.Analyzers.Apis.Libraries;
using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Analyzers.Settings.Sections;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Settings;

/// <summary>Answers configuration lookups of code from the settings files of the project. A key set by two unrelated
/// files has no answer.</summary>
internal sealed class SettingsIndex(ImmutableArray<SettingsFile> files)
{
    public static readonly SettingsIndex Empty = new(ImmutableArray<SettingsFile>.Empty);

    /// <param name="read">Reads a text or returns the cached result: <c>text => context.TryGetValue(text,
    /// SettingsFile.Provider, out var file) ? file : null</c>.</param>
    public static SettingsIndex Of(ImmutableArray<AdditionalText> texts, Func<AdditionalText, SettingsFile?> read) =>
        texts.IsEmpty ? Empty : new(texts.Select(read).OfType<SettingsFile>().ToImmutableArray());

    readonly ImmutableArray<SettingsLayers> json = SettingsLayers.Group(
        files.Where(file => file.Layer is { IsJson: true, IsLaunchSettings: false })
    );
    readonly ImmutableArray<SettingsLayers> xml = SettingsLayers.Group(files.Where(file => !file.Layer.IsJson));
    readonly ImmutableArray<SettingsFile> launches = files
        .Where(file => file.Layer.IsLaunchSettings)
        .ToImmutableArray();

    /// <summary><c>configuration["Smtp:Port"]</c>, <c>GetValue</c>, <c>GetSection(…)[…]</c>: one value per environment,
    /// the base file's first; empty if no file has the key.</summary>
    public ImmutableArray<LayeredValue> Find(string key) => Find(json, key);

    /// <summary>The names below a path that is bound or enumerated (<c>Bind</c>, <c>Get&lt;T&gt;</c>,
    /// <c>Configure&lt;T&gt;</c>), in all environments; call <see cref="Find(string)"/> for <c>path:name</c>.</summary>
    public ImmutableArray<string> FindSection(string path) =>
        json.SelectMany(layers => layers.Names(path)).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();

    /// <summary><c>ConfigurationManager.AppSettings["SmtpPort"]</c>.</summary>
    public ImmutableArray<LayeredValue> FindAppSetting(string name) => Find(xml, "appSettings:" + name);

    /// <summary><c>GetConnectionString</c> and <c>ConfigurationManager.ConnectionStrings</c>.</summary>
    public ImmutableArray<LayeredValue> FindConnectionString(string name) =>
        Find("ConnectionStrings:" + name) is { IsEmpty: false } found ? found : Find(xml, "connectionStrings:" + name);

    /// <summary>The <c>mailSettings</c> that <c>new SmtpClient()</c> reads on .NET Framework, by attribute:
    /// <c>smtp@from</c> is <c>from</c>, <c>network@host</c> is <c>network:host</c>.</summary>
    public ImmutableArray<LayeredValue> FindMailSetting(string attribute) =>
        Find(xml, "system.net:mailSettings:smtp:" + attribute);

    /// <summary><c>Environment.GetEnvironmentVariable</c>, as far as a launch profile sets it: one value per
    /// profile.</summary>
    public ImmutableArray<LayeredValue> FindEnvironmentVariable(string name)
    {
        var found = ImmutableArray.CreateBuilder<LayeredValue>();
        foreach (var file in launches)
            foreach (var profile in file.Keys.Names("profiles"))
                if (file.Keys.Find($"profiles:{profile}:environmentVariables:{name}") is { } setting)
                    found.Add(new(profile, setting));
        return found.ToImmutable();
    }

    /// <summary>Whether any file may name a Microsoft mail host; false is certain.</summary>
    public bool MayNameHost => files.Any(file => file.Source.HasAnyTrace);

    /// <summary>Whether a file sets that name next to a Microsoft host, so that a default in code may never
    /// apply.</summary>
    public bool SetsBesideHost(string name) =>
        files.Any(file =>
            file.Hosts.Any(host =>
                host.Sections[host.Sections.Length - 1] is var section
                && section.Find(name) is { } setting
                && setting != host.Setting
            )
        );

    /// <summary>Whether the names in a file show that a setting belongs to a host; false if only the code that reads
    /// both shows it.</summary>
    public bool Joins(Location host, Location other, Func<MailLibrary, bool> uses)
    {
        var path = host.GetLineSpan().Path;
        if (other.GetLineSpan().Path != path || files.FirstOrDefault(file => file.Source.Path == path) is not { } file)
            return true;
        return MailSections.Of(file.Hosts, uses).FirstOrDefault(section => section.Host.Span.Contains(host.SourceSpan))
                is not { } section
            || section.Holds(other.SourceSpan);
    }

    static ImmutableArray<LayeredValue> Find(ImmutableArray<SettingsLayers> all, string key)
    {
        var found = ImmutableArray<LayeredValue>.Empty;
        foreach (var layers in all)
        {
            var values = layers.Find(key);
            if (values.IsEmpty)
                continue;
            if (!found.IsEmpty)
                return ImmutableArray<LayeredValue>.Empty;
            found = values;
        }
        return found;
    }
}
