using M365Smtp.Analyzers.Extraction.Flow;

namespace M365Smtp.Analyzers.Extraction.Configuration;

/// <summary>Values that code has from the configuration.</summary>
internal static class ConfigurationValues
{
    /// <summary>A configuration key that the settings files do not have, though they have its section.</summary>
    public static readonly Value Absent = new Value.Marker("absent");

    /// <summary>A configuration key that the settings files have for other environments only, and perhaps this one has
    /// it from elsewhere.</summary>
    public static readonly Value Elsewhere = new Value.Marker("elsewhere");

    /// <summary><c>ConfigurationManager.AppSettings</c>, whatever name it goes by.</summary>
    public static readonly Value AppSettings = new Value.Marker("appSettings");

    /// <summary>A section of the configuration; the root has an empty path.</summary>
    internal sealed record Section(string Path) : Value;

    /// <summary>What fills an options object.</summary>
    internal sealed record Filling(OptionsBinding By) : Value;
}
