using M365Smtp.Analyzers.Settings.Reading;

namespace M365Smtp.Analyzers.Settings;

/// <summary>The value a key has in one environment.</summary>
/// <param name="Environment"><c>Production</c>, <c>Development</c> …; null where only the base file counts.</param>
/// <param name="Setting">From the environment's own file, or from the base file where that one does not set the
/// key.</param>
internal sealed record LayeredValue(string? Environment, Setting Setting);
