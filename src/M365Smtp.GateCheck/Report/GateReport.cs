namespace M365Smtp;

/// <summary>What a check found. Holds no secret.</summary>
public sealed record GateReport
{
    internal GateReport() { }

    /// <summary>The host that was checked.</summary>
    public string Host { get; internal init; } = "";

    /// <summary>The port that was checked.</summary>
    public int Port { get; internal init; }

    /// <summary>The mailbox that signed in or was to sign in; null for none.</summary>
    public string? Mailbox { get; internal init; }

    /// <summary>Whether mail can pass.</summary>
    public GateVerdict Verdict { get; internal init; }

    /// <summary>The verdict in one or two sentences.</summary>
    public string Summary { get; internal init; } = "";

    /// <summary>The gate that is closed; <see cref="Gate.Unknown"/> where nothing proves that one is.</summary>
    public Gate ClosedGate { get; internal init; }

    /// <summary>Each stage in its order with outcome and time.</summary>
    public IReadOnlyList<StageResult> Stages { get; internal init; } = [];

    /// <summary>Each gate with what is known of it and why.</summary>
    public IReadOnlyList<GateResult> Gates { get; internal init; } = [];

    /// <summary>The refusal of the server explained; null where it refused nothing.</summary>
    public ReplyExplanation? Refusal { get; internal init; }

    /// <summary>What to do, the narrowest first.</summary>
    public IReadOnlyList<Remedy> Remedies { get; internal init; } = [];

    /// <summary>What else is worth knowing, such as a setting and an answer that disagree.</summary>
    public IReadOnlyList<string> Notes { get; internal init; } = [];

    /// <summary>
    /// What is known to run out: a token that nobody renews and, after <see cref="ComparedWith"/>, secrets and
    /// certificates.
    /// </summary>
    public IReadOnlyList<Expiry> Expiries { get; internal init; } = [];

    internal DateTimeOffset CheckedAt { get; init; }

    internal TimeSpan ExpiryWarning { get; init; }

    /// <summary>What ends within the time to warn in and leaves nothing to sign in with.</summary>
    internal IReadOnlyList<Expiry> EndingSoon { get; init; } = [];

    /// <summary>How often the check waited for the server, the TLS handshake counted once.</summary>
    public int RoundTrips { get; internal init; }

    /// <summary>How long the whole check took.</summary>
    public TimeSpan Elapsed { get; internal init; }

    /// <summary>The application that the token is of; null for a password, a user's token and one that cannot be
    /// read.</summary>
    internal Settings.ServicePrincipal? Application { get; init; }

    /// <summary>Whether the server was reached and offers a sign-in over TLS.</summary>
    public bool IsReachable =>
        Stages.Any(stage => stage is { Stage: ProbeStage.SecondEhlo, Outcome: StageOutcome.Passed });

    /// <summary>Whether a sign-in was tried.</summary>
    public bool SignInTried { get; internal init; }

    /// <summary>
    /// This report with what is set beside what was answered, a note where they disagree, and one where a credential
    /// runs out.
    /// </summary>
    /// <param name="settings">The gates as an administrator set them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    public GateReport ComparedWith(GateSettings settings) =>
        Settings.Comparison.Compare(this, settings ?? throw new ArgumentNullException(nameof(settings)));
}
