using System.Collections.Immutable;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>The values of a part of a file by full key.</summary>
internal sealed class SettingsBranch
{
    readonly Dictionary<string, Setting> settings = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, ImmutableArray<string>> names = new(StringComparer.OrdinalIgnoreCase);

    public SettingsBranch(SettingsSection root)
    {
        var waiting = new Stack<SettingsSection>();
        waiting.Push(root);
        while (waiting.Count > 0)
        {
            var section = waiting.Pop();
            foreach (var setting in section.Settings)
                settings[SettingsKeys.Join(section.Path, setting.Name)] = setting;
            var known = names.TryGetValue(section.Path, out var before) ? before : ImmutableArray<string>.Empty;
            names[section.Path] = known.AddRange(
                section.Settings.Select(setting => setting.Name).Concat(section.Sections.Select(child => child.Name))
            );
            // The first of two duplicates is read first, so that the last one wins.
            for (var i = section.Sections.Length - 1; i >= 0; i--)
                waiting.Push(section.Sections[i]);
        }
    }

    public Setting? Find(string key) => settings.TryGetValue(key, out var setting) ? setting : null;

    public ImmutableArray<string> Names(string path) =>
        names.TryGetValue(path, out var found) ? found : ImmutableArray<string>.Empty;
}
