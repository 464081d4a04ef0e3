namespace M365Smtp;

/// <summary>The result of a check. Contains no secrets.</summary>
public sealed record GateReport
{
    internal GateReport() { }

    /// <summary>The host that was checked.</summary>
    public string Host { get; internal init; } = "";

    /// <summary>The port that was checked.</summary>
    public int Port { get; internal init; }

    /// <summary>The mailbox to sign in with; null if none was given.</summary>
    public string? Mailbox { get; internal init; }

    /// <summary>Whether mail can be sent.</summary>
    public GateVerdict Verdict { get; internal init; }

    /// <summary>The verdict in one or two sentences.</summary>
    public string Summary { get; internal init; } = "";

    /// <summary>The closed gate; <see cref="Gate.Unknown"/> if nothing proves that one is closed.</summary>
    public Gate ClosedGate { get; internal init; }

    /// <summary>All stages in order, with outcome and duration.</summary>
    public IReadOnlyList<StageResult> Stages { get; internal init; } = [];

    /// <summary>All gates, with their state and the evidence for it.</summary>
    public IReadOnlyList<GateResult> Gates { get; internal init; } = [];

    /// <summary>The explanation of the server's refusal; null if the server refused nothing.</summary>
    public ReplyExplanation? Refusal { get; internal init; }

    /// <summary>What to do, narrowest change first.</summary>
    public IReadOnlyList<Remedy> Remedies { get; internal init; } = [];

    /// <summary>Other findings, such as a setting that disagrees with the server's reply.</summary>
    public IReadOnlyList<string> Notes { get; internal init; } = [];

    /// <summary>
    /// Credentials known to expire: a token that is not renewed and, after <see cref="ComparedWith"/>, secrets and
    /// certificates.
    /// </summary>
    public IReadOnlyList<Expiry> Expiries { get; internal init; } = [];

    internal DateTimeOffset CheckedAt { get; init; }

    internal TimeSpan ExpiryWarning { get; init; }

    /// <summary>Credentials that expire within the warning time and leave nothing to sign in with.</summary>
    internal IReadOnlyList<Expiry> EndingSoon { get; init; } = [];

    /// <summary>How often the check waited for the server; the TLS handshake counts once.</summary>
    public int RoundTrips { get; internal init; }

    /// <summary>The duration of the whole check.</summary>
    public TimeSpan Elapsed { get; internal init; }

    /// <summary>
    /// The application that the token was issued to; null for a password, a user's token or an unreadable token.
    /// </summary>
    internal Settings.ServicePrincipal? Application { get; init; }

    /// <summary>Whether the server is reachable and offers a sign-in over TLS.</summary>
    public bool IsReachable =>
        Stages.Any(stage => stage is { Stage: ProbeStage.SecondEhlo, Outcome: StageOutcome.Passed });

    /// <summary>Whether a sign-in was attempted.</summary>
    public bool SignInTried { get; internal init; }

    /// <summary>
    /// Compares this report with the settings and returns a copy with a note for each disagreement and each expiring
    /// credential.
    /// </summary>
    /// <param name="settings">The gates as set by an administrator.</param>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    public GateReport ComparedWith(GateSettings settings) =>
        Settings.Comparison.Compare(this, settings ?? throw new ArgumentNullException(nameof(settings)));
}
