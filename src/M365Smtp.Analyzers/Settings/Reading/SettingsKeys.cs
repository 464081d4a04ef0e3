using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>A file's values by full key (<c>Smtp:Port</c>, <c>Servers:0:Host</c>), ignoring case; the last duplicate
/// wins. Read on demand.</summary>
internal sealed class SettingsKeys(SettingsFile file)
{
    readonly ConcurrentDictionary<string, SettingsBranch> branches = new(StringComparer.OrdinalIgnoreCase);

    public Setting? Find(string key) => Branch(key).Find(key);

    /// <summary>The names directly below a path, of values and of sections.</summary>
    public ImmutableArray<string> Names(string path) =>
        path.Length == 0 && !file.Outline.IsDefault
            ? file.Outline.Select(member => member.Name).ToImmutableArray()
            : Branch(path).Names(path);

    public static string Join(string path, string name) => path.Length == 0 ? name : path + ":" + name;

    SettingsBranch Branch(string key) =>
        branches.GetOrAdd(
            file.Outline.IsDefault ? "" : First(key),
            first =>
                new(file.Part(member => string.Equals(First(member.Name), first, StringComparison.OrdinalIgnoreCase)))
        );

    // "Smtp:Host": "…" is a separate member that belongs to Smtp.
    static string First(string key) => key.IndexOf(':') is var colon and >= 0 ? key.Substring(0, colon) : key;
}
