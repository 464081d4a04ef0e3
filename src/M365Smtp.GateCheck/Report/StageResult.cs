namespace M365Smtp;

/// <summary>One stage of a check.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Detail">What was seen, without secrets.</param>
public sealed record StageResult(ProbeStage Stage, StageOutcome Outcome, TimeSpan Elapsed, string Detail);

/// <summary>The stages of a check, in their order.</summary>
public enum ProbeStage
{
    /// <summary>Host and port against what is known, before a connection.</summary>
    Endpoint,

    /// <summary>The token against what is known, before a connection.</summary>
    Token,

    /// <summary>Name resolution.</summary>
    Dns,

    /// <summary>The TCP connection.</summary>
    Connect,

    /// <summary>The greeting, 220.</summary>
    Banner,

    /// <summary>EHLO in clear.</summary>
    Ehlo,

    /// <summary>The STARTTLS command.</summary>
    StartTls,

    /// <summary>The TLS handshake with the certificate check.</summary>
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
    /// <summary>Not asked for, or the check ended before it.</summary>
    Skipped,

    /// <summary>It worked.</summary>
    Passed,

    /// <summary>It failed.</summary>
    Failed,
}
