namespace M365Smtp.Tool;

/// <summary>The tool's exit codes.</summary>
internal static class ExitCode
{
    /// <summary>Every tested gate is open; for other commands: success.</summary>
    public const int Open = 0;

    /// <summary>A gate is closed.</summary>
    public const int Closed = 1;

    /// <summary>The result could not be determined.</summary>
    public const int Unknown = 2;

    /// <summary>The command line, or a file or address on it, is wrong.</summary>
    public const int Usage = 3;
}
