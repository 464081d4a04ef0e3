namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>The layer of a file among its related files: <c>appsettings.Production.json</c> overrides
/// <c>appsettings.json</c>.</summary>
/// <param name="Family">Folder, first part of the name and extension, which the layers of one configuration
/// share.</param>
/// <param name="Environment">The middle part of the name (<c>Production</c>, or <c>Release</c> of
/// <c>web.Release.config</c>); null for the base file.</param>
internal sealed record SettingsLayer(string Family, string? Environment)
{
    public bool IsJson => Family.EndsWith(".json", StringComparison.Ordinal);

    public bool IsLaunchSettings => Family.EndsWith("/launchsettings.json", StringComparison.Ordinal);

    /// <summary>This is the base file that the other one overrides for an environment.</summary>
    public bool LiesBelow(SettingsLayer other) =>
        Environment is null && other.Environment is not null && Family == other.Family;

    public static SettingsLayer Of(string path)
    {
        var normal = path.Replace('\\', '/');
        var nameStart = normal.LastIndexOf('/') + 1;
        var name = normal.Substring(nameStart);
        var (first, last) = (name.IndexOf('.'), name.LastIndexOf('.'));
        var family =
            normal.Substring(0, nameStart) + (first < 0 ? name : name.Substring(0, first) + name.Substring(last));
        if (nameStart == 0)
            family = "/" + family;
        return new(family.ToLowerInvariant(), last > first ? name.Substring(first + 1, last - first - 1) : null);
    }
}
