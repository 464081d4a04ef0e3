using Microsoft.Extensions.Logging;

namespace M365Smtp.Health;

internal static partial class HealthLog
{
    [LoggerMessage(1, LogLevel.Information, "SMTP submission through {Host}:{Port} is open: {Summary}")]
    public static partial void Open(ILogger logger, string host, int port, string summary);

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "SMTP submission through {Host}:{Port} is closed at gate {Gate} ({Cause}): {Summary}"
    )]
    public static partial void Closed(
        ILogger logger,
        string host,
        int port,
        Gate gate,
        ReplyCause cause,
        string summary
    );

    [LoggerMessage(3, LogLevel.Warning, "SMTP submission through {Host}:{Port} could not be judged: {Summary}")]
    public static partial void NotJudged(ILogger logger, string host, int port, string summary);

    [LoggerMessage(
        4,
        LogLevel.Error,
        "No further sign-in until the options change: another refusal could lock the account."
    )]
    public static partial void SignInStopped(ILogger logger);

    [LoggerMessage(5, LogLevel.Warning, "The {What} ends at {Ends:u}")]
    public static partial void EndingSoon(ILogger logger, string what, DateTimeOffset ends);

    [LoggerMessage(6, LogLevel.Warning, "What is set could not be read: {Error}")]
    public static partial void SettingsNotRead(ILogger logger, string error);
}
