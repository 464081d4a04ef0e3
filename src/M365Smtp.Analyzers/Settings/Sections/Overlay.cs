using System.Collections.Immutable;
using M365Smtp.Analyzers.Settings.Reading;

namespace M365Smtp.Analyzers.Settings.Sections;

/// <summary>The settings in one environment: the base file overridden by the environment's own file.</summary>
internal static class Overlay
{
    public static SettingsSection Over(SettingsSection below, SettingsSection above)
    {
        var settings = below.Settings.Where(setting => above.Find(setting.Name) is null).Concat(above.Settings);
        var sections = below
            .Sections.Select(section => above.Child(section.Name) is { } same ? Over(section, same) : section)
            .Concat(above.Sections.Where(section => below.Child(section.Name) is null));
        return above with { Settings = settings.ToImmutableArray(), Sections = sections.ToImmutableArray() };
    }
}
