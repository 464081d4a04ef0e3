using System.Collections.Immutable;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>A file's values by their full key (<c>Smtp:Port</c>, <c>Servers:0:Host</c>), letters' case aside; the last of a key wins.</summary>
internal sealed class SettingsKeys
{
    readonly Dictionary<string, Setting> settings = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, ImmutableArray<string>> names = new(StringComparer.OrdinalIgnoreCase);

    public SettingsKeys(SettingsSection root)
    {
        var waiting = new Stack<SettingsSection>();
        waiting.Push(root);
        while (waiting.Count > 0)
        {
            var section = waiting.Pop();
            foreach (var setting in section.Settings) settings[Join(section.Path, setting.Name)] = setting;
            var known = names.TryGetValue(section.Path, out var before) ? before : ImmutableArray<string>.Empty;
            names[section.Path] = known.AddRange(section.Settings.Select(setting => setting.Name).Concat(section.Sections.Select(child => child.Name)));
            // The first of two namesakes is read first, so that the last one wins.
            for (var i = section.Sections.Length - 1; i >= 0; i--) waiting.Push(section.Sections[i]);
        }
    }

    public Setting? Find(string key) => settings.TryGetValue(key, out var setting) ? setting : null;

    /// <summary>The names right below a path, of values and of sections.</summary>
    public ImmutableArray<string> Names(string path) => names.TryGetValue(path, out var found) ? found : ImmutableArray<string>.Empty;

    public static string Join(string path, string name) => path.Length == 0 ? name : path + ":" + name;
}
