using M365Smtp.Analyzers.Extraction.Flow;

namespace M365Smtp.Analyzers.Extraction.Configuration;

/// <summary>Values that code reads from the configuration.</summary>
internal static class ConfigurationValues
{
    /// <summary>A configuration key that is missing from the settings files, although its section is there.</summary>
    public static readonly Value Absent = new Value.Marker("absent");

    /// <summary>
    /// A configuration key that only other environments' settings files have; this environment may get it from
    /// elsewhere.
    /// </summary>
    public static readonly Value Elsewhere = new Value.Marker("elsewhere");

    /// <summary><c>ConfigurationManager.AppSettings</c>, under any alias.</summary>
    public static readonly Value AppSettings = new Value.Marker("appSettings");

    /// <summary>A section of the configuration; the root has an empty path.</summary>
    internal sealed record Section(string Path) : Value;

    /// <summary>The source of an options object's values.</summary>
    internal sealed record Filling(OptionsBinding By) : Value;
}
