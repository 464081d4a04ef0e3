using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>A section whose end has not been read yet.</summary>
internal sealed class SectionBuilder(SettingsSource source, string path, string name, TextSpan nameSpan, bool isArray = false)
{
    readonly ImmutableArray<Setting>.Builder settings = ImmutableArray.CreateBuilder<Setting>();
    readonly ImmutableArray<SettingsSection>.Builder sections = ImmutableArray.CreateBuilder<SettingsSection>();

    public string Name => name;

    public bool IsArray => isArray;

    public bool IsEmpty => settings.Count + sections.Count == 0;

    /// <summary>The name of the next array member.</summary>
    public string NextIndex => (settings.Count + sections.Count).ToString(CultureInfo.InvariantCulture);

    public void Add(string key, string? value, TextSpan span) => settings.Add(new Setting(source, key, value, span));

    public void Add(SettingsSection section) => sections.Add(section);

    public SectionBuilder Open(string key, TextSpan keySpan, bool array = false) =>
        new(source, path.Length == 0 ? key : path + ":" + key, key, keySpan, array);

    public SettingsSection Close() => new(path, name, nameSpan, settings.ToImmutable(), sections.ToImmutable());
}
