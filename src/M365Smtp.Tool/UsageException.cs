namespace M365Smtp.Tool;

/// <summary>The command line, or a file or address on it, is wrong: the message says what to change. Exits with <see
/// cref="ExitCode.Usage"/>.</summary>
internal sealed class UsageException(string message) : Exception(message);
