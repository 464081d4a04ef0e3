using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>A JSON object or array, or an XML element, with its contents.</summary>
/// <param name="Path">The configuration key: names joined by colons, array members by index; empty for the
/// root.</param>
/// <param name="NameSpan">The position of the section's name; empty for array members and the root.</param>
internal sealed record SettingsSection(
    string Path,
    string Name,
    TextSpan NameSpan,
    ImmutableArray<Setting> Settings,
    ImmutableArray<SettingsSection> Sections
)
{
    /// <summary>The value with that name; the last duplicate wins, as in Microsoft.Extensions.Configuration.</summary>
    public Setting? Find(string name)
    {
        for (var i = Settings.Length - 1; i >= 0; i--)
            if (string.Equals(Settings[i].Name, name, StringComparison.OrdinalIgnoreCase))
                return Settings[i];
        return null;
    }

    /// <summary>The value below this section, as in <c>From:Address</c>.</summary>
    public Setting? At(string key)
    {
        var names = key.Split(':');
        SettingsSection? section = this;
        foreach (var name in names.Take(names.Length - 1))
            section = section?.Child(name);
        return section?.Find(names[names.Length - 1]);
    }

    /// <summary>The location of its name.</summary>
    public Origin NameOrigin(SettingsSource source) => source.At(NameSpan);

    public SettingsSection? Child(string name) =>
        Sections.LastOrDefault(child => string.Equals(child.Name, name, StringComparison.OrdinalIgnoreCase));
}
