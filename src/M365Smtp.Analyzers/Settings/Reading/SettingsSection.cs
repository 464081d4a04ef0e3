using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>A JSON object or array, or an XML element, with what stands in it.</summary>
/// <param name="Path">The configuration key: names joined by colons, array members by index; empty for the
/// root.</param>
/// <param name="NameSpan">Where the section's name stands; empty for array members and the root.</param>
internal sealed record SettingsSection(
    string Path,
    string Name,
    TextSpan NameSpan,
    ImmutableArray<Setting> Settings,
    ImmutableArray<SettingsSection> Sections
)
{
    /// <summary>The value of that name; where a name stands twice, the last one wins, as in
    /// Microsoft.Extensions.Configuration.</summary>
    public Setting? Find(string name)
    {
        for (var i = Settings.Length - 1; i >= 0; i--)
            if (string.Equals(Settings[i].Name, name, StringComparison.OrdinalIgnoreCase))
                return Settings[i];
        return null;
    }

    /// <summary>The value below this section: <c>From:Address</c>.</summary>
    public Setting? At(string key)
    {
        var names = key.Split(':');
        SettingsSection? section = this;
        foreach (var name in names.Take(names.Length - 1))
            section = section?.Child(name);
        return section?.Find(names[names.Length - 1]);
    }

    /// <summary>Where its name stands.</summary>
    public Origin NameOrigin(SettingsSource source) => source.At(NameSpan);

    public SettingsSection? Child(string name) =>
        Sections.LastOrDefault(child => string.Equals(child.Name, name, StringComparison.OrdinalIgnoreCase));
}
