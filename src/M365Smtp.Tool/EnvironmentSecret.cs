namespace M365Smtp.Tool;

/// <summary>A secret that stands in the environment, so that no command line holds it.</summary>
internal static class EnvironmentSecret
{
    /// <exception cref="UsageException">The variable is not set or empty.</exception>
    public static string Read(string option, string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
            ? value
            : throw new UsageException($"{option}: the environment variable {variable} is not set.");
}
