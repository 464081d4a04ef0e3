using System.Collections.Immutable;
using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Settings.Sections;

/// <summary>A value that names a Microsoft mail host.</summary>
/// <param name="Sections">The enclosing sections, outermost first.</param>
internal sealed record HostPlace(ImmutableArray<SettingsSection> Sections, Setting Setting);

/// <summary>Finds Microsoft mail hosts among the values of a settings file.</summary>
internal static class MicrosoftHosts
{
    const int ShortestHost = 8,
        LongestHost = 200;

    // A larger file is data, not settings, and checking the neighbors of every host would take too long.
    const int MostHosts = 100,
        MostSettings = 1000;

    /// <summary>The host a value names, alone or in an address; null for any other value, including a sentence that
    /// mentions one.</summary>
    public static MicrosoftHost? Of(Setting setting)
    {
        if (
            setting.Value is not { Length: >= ShortestHost and <= LongestHost } value
            || !setting.Source.HasTrace(setting.Span)
        )
            return null;
        return (HostText.Parse(value) is { } host ? Hosts.Find(host.Name.Text) : null) ?? Hosts.Find(value);
    }

    public static ImmutableArray<HostPlace> In(SettingsSection root) => In(root, ImmutableArray<string>.Empty);

    /// <param name="additional">Hosts that a team treats as Microsoft's.</param>
    public static ImmutableArray<HostPlace> In(SettingsSection root, ImmutableArray<string> additional)
    {
        var found = ImmutableArray.CreateBuilder<HostPlace>();
        Collect([root], additional, found);
        return found.ToImmutable();
    }

    // Recursion is limited by the nesting depth that the readers allow.
    static void Collect(
        List<SettingsSection> sections,
        ImmutableArray<string> additional,
        ImmutableArray<HostPlace>.Builder found
    )
    {
        var section = sections[sections.Count - 1];
        foreach (
            var setting in section.Settings.Length <= MostSettings ? section.Settings : ImmutableArray<Setting>.Empty
        )
            if (ConnectionText.Section(section.Path, setting) is { } connection)
                Below(connection);
            else if (
                found.Count < MostHosts
                && !IsArrayMember(setting)
                && (
                    Of(setting) is not null
                    || additional.Contains(setting.Value ?? "", StringComparer.OrdinalIgnoreCase)
                )
            )
                found.Add(new(sections.ToImmutableArray(), setting));
        foreach (var child in section.Sections)
            Below(child);

        void Below(SettingsSection child)
        {
            sections.Add(child);
            Collect(sections, additional, found);
            sections.RemoveAt(sections.Count - 1);
        }
    }

    // "Known": [ "smtp.live.com", … ] lists hosts, not endpoints.
    public static bool IsArrayMember(Setting setting) => setting.Name.Length > 0 && char.IsDigit(setting.Name[0]);
}
