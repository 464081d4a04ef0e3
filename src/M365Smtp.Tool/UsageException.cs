namespace M365Smtp.Tool;

/// <summary>The command line, or what it names, is wrong: the message says what to change. Ends the tool with
/// <see cref="ExitCode.Usage"/>.</summary>
internal sealed class UsageException(string message) : Exception(message);
