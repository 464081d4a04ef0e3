namespace M365Smtp.Tool;

/// <summary>A secret from an environment variable, so that it never appears on a command line.</summary>
internal static class EnvironmentSecret
{
    /// <exception cref="UsageException">The variable is missing or empty.</exception>
    public static string Read(string option, string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
            ? value
            : throw new UsageException($"{option}: the environment variable {variable} is not set.");
}
