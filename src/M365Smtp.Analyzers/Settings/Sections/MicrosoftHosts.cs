using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Settings.Sections;

/// <summary>Finds Microsoft mail hosts among the values of a settings file.</summary>
internal static class MicrosoftHosts
{
    const int ShortestHost = 8, LongestHost = 200;

    /// <summary>The host a value names, alone or in an address; null for every other value, also for a sentence that mentions one.</summary>
    public static MicrosoftHost? Of(string? value)
    {
        if (value is not { Length: >= ShortestHost and <= LongestHost } || value.IndexOf('.') < 0) return null;
        return (HostText.Parse(value) is { } host ? Hosts.Find(host.Name.Text) : null) ?? Hosts.Find(value);
    }

    /// <summary>Every section from here down, the outer ones first; connection strings count as sections.</summary>
    public static IEnumerable<SettingsSection> WithAllBelow(this SettingsSection root)
    {
        var waiting = new Stack<SettingsSection>();
        waiting.Push(root);
        while (waiting.Count > 0)
        {
            var section = waiting.Pop();
            yield return section;
            for (var i = section.Sections.Length - 1; i >= 0; i--) waiting.Push(section.Sections[i]);
            foreach (var setting in section.Settings)
                if (ConnectionText.Section(section.Path, setting) is { } connection) yield return connection;
        }
    }
}
