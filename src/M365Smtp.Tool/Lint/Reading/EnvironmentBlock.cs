using System.Collections.Immutable;
using M365Smtp.Analyzers.Settings.Reading;

namespace M365Smtp.Tool.Lint.Reading;

/// <summary>Environment variables that are set together, read as .NET does: <c>Smtp__Host</c> is
/// <c>Smtp:Host</c>.</summary>
internal static class EnvironmentBlock
{
    const int DeepestNesting = 16;

    public static SettingsSection Of(IEnumerable<Setting> variables) =>
        Of("", "", [.. variables.Select(variable => (variable.Name.Split("__", DeepestNesting), variable))]);

    /// <summary>A value that is filled in later is unknown.</summary>
    public static string? Known(string value) =>
        value.Contains("{{", StringComparison.Ordinal)
        || value.IndexOf('$') is var dollar and >= 0
            && dollar + 1 < value.Length
            && (value[dollar + 1] is '{' or '(' or '_' || char.IsLetter(value[dollar + 1]))
            ? null
            : value;

    static SettingsSection Of(string path, string name, IReadOnlyList<(string[] Names, Setting Setting)> variables)
    {
        var settings = variables
            .Where(variable => variable.Names.Length == 1)
            .Select(variable => variable.Setting with { Name = variable.Names[0] });
        var sections = variables
            .Where(variable => variable.Names.Length > 1)
            .GroupBy(variable => variable.Names[0], StringComparer.OrdinalIgnoreCase)
            .Select(group =>
                Of(
                    SettingsKeys.Join(path, group.Key),
                    group.Key,
                    [.. group.Select(variable => (variable.Names[1..], variable.Setting))]
                )
            );
        return new(path, name, default, settings.ToImmutableArray(), sections.ToImmutableArray());
    }
}
