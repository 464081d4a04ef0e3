using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>A section whose end has not been read yet.</summary>
internal sealed class SectionBuilder(
    SettingsSource source,
    string path,
    string name,
    TextSpan nameSpan,
    bool isArray = false
)
{
    // Most sections have only one of the two.
    ImmutableArray<Setting>.Builder? settings;
    ImmutableArray<SettingsSection>.Builder? sections;
    int count;

    public TextSpan NameSpan => nameSpan;

    public bool IsArray => isArray;

    public bool IsEmpty => count == 0;

    /// <summary>The name of the next array member.</summary>
    public string NextIndex => count.ToString(CultureInfo.InvariantCulture);

    public void Add(string key, string? value, TextSpan span)
    {
        (settings ??= ImmutableArray.CreateBuilder<Setting>(4)).Add(new Setting(source, key, value, span));
        count++;
    }

    public void Add(SettingsSection section)
    {
        (sections ??= ImmutableArray.CreateBuilder<SettingsSection>(4)).Add(section);
        count++;
    }

    public SectionBuilder Open(string key, TextSpan keySpan, bool array = false) =>
        new(source, path.Length == 0 ? key : path + ":" + key, key, keySpan, array);

    public SettingsSection Close() =>
        new(
            path,
            name,
            nameSpan,
            settings?.ToImmutable() ?? ImmutableArray<Setting>.Empty,
            sections?.ToImmutable() ?? ImmutableArray<SettingsSection>.Empty
        );
}
