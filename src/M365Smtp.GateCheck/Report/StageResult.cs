namespace M365Smtp;

/// <summary>One stage of a check.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Detail">What was observed, without secrets.</param>
public sealed record StageResult(ProbeStage Stage, StageOutcome Outcome, TimeSpan Elapsed, string Detail);

/// <summary>The stages of a check, in order.</summary>
public enum ProbeStage
{
    /// <summary>Checks host and port before connecting.</summary>
    Endpoint,

    /// <summary>Checks the token before connecting.</summary>
    Token,

    /// <summary>Name resolution.</summary>
    Dns,

    /// <summary>The TCP connection.</summary>
    Connect,

    /// <summary>The 220 greeting.</summary>
    Banner,

    /// <summary>EHLO before TLS.</summary>
    Ehlo,

    /// <summary>The STARTTLS command.</summary>
    StartTls,

    /// <summary>The TLS handshake and certificate check.</summary>
    Tls,

    /// <summary>EHLO over TLS.</summary>
    SecondEhlo,

    /// <summary>The sign-in.</summary>
    Auth,

    /// <summary>The test message.</summary>
    Send,

    /// <summary>QUIT.</summary>
    Quit,
}

/// <summary>How a stage ended.</summary>
public enum StageOutcome
{
    /// <summary>Not requested, or the check ended before reaching it.</summary>
    Skipped,

    /// <summary>It succeeded.</summary>
    Passed,

    /// <summary>It failed.</summary>
    Failed,
}
