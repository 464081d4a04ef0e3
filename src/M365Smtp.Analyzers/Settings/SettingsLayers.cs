using System.Collections.Immutable;
using M365Smtp.Analyzers.Settings.Reading;

namespace M365Smtp.Analyzers.Settings;

/// <summary>The files of one configuration: a base file and the files that override it, one per environment.</summary>
internal sealed class SettingsLayers(SettingsFile? baseFile, ImmutableArray<SettingsFile> overlays)
{
    public static ImmutableArray<SettingsLayers> Group(IEnumerable<SettingsFile> files) =>
        files.GroupBy(file => file.Layer.Family).Select(Of).ToImmutableArray();

    static SettingsLayers Of(IEnumerable<SettingsFile> family) =>
        new(
            family.LastOrDefault(file => file.Layer.Environment is null),
            family
                .Where(file => file.Layer.Environment is not null)
                .GroupBy(file => file.Layer.Environment, (_, same) => same.Last())
                .OrderBy(file => file.Layer.Environment, StringComparer.Ordinal)
                .ToImmutableArray()
        );

    public SettingsFile? Base => baseFile;

    public ImmutableArray<LayeredValue> Find(string key)
    {
        var found = ImmutableArray.CreateBuilder<LayeredValue>();
        var below = baseFile?.Keys.Find(key);
        if (below is not null)
            found.Add(new(null, below));
        foreach (var overlay in overlays)
            if ((overlay.Keys.Find(key) ?? below) is { } setting)
                found.Add(new(overlay.Layer.Environment, setting));
        return found.ToImmutable();
    }

    public IEnumerable<string> Names(string path) =>
        (baseFile is null ? overlays : overlays.Insert(0, baseFile)).SelectMany(file => file.Keys.Names(path));
}
