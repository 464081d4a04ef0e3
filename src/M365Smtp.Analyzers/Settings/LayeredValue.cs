using M365Smtp.Analyzers.Settings.Reading;

namespace M365Smtp.Analyzers.Settings;

/// <summary>The value of a key in one environment.</summary>
/// <param name="Environment"><c>Production</c>, <c>Development</c> …; null if only the base file applies.</param>
/// <param name="Setting">From the environment's own file, or from the base file if the former does not set the
/// key.</param>
internal sealed record LayeredValue(string? Environment, Setting Setting);
