namespace M365Smtp.Tool;

/// <summary>What the tool says to a script.</summary>
internal static class ExitCode
{
    /// <summary>Every gate that was asked is open; for other commands: done.</summary>
    public const int Open = 0;

    /// <summary>A gate is closed.</summary>
    public const int Closed = 1;

    /// <summary>It could not be found out.</summary>
    public const int Unknown = 2;

    /// <summary>The command line or what it names is wrong.</summary>
    public const int Usage = 3;
}
