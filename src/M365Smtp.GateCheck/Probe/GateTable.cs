namespace M365Smtp.Probe;

/// <summary>
/// What one check shows about each gate. A refusal names one gate; it does not show the state of the others.
/// </summary>
internal static class GateTable
{
    static readonly Gate[] BeforeSignIn = [Gate.Network, Gate.Tls, Gate.Mechanism];

    // Gates that apply to passwords but not to tokens.
    static readonly Gate[] PasswordOnly =
    [
        Gate.SecurityDefaults,
        Gate.AuthenticationPolicy,
        Gate.BasicAuth,
        Gate.Credentials,
    ];

    static readonly Gate[] SignIn =
    [
        Gate.SecurityDefaults,
        Gate.TenantSmtpAuth,
        Gate.MailboxSmtpAuth,
        Gate.AuthenticationPolicy,
        Gate.ConditionalAccess,
        Gate.Federation,
        Gate.Credentials,
        Gate.AccountLock,
        Gate.Account,
        Gate.BasicAuth,
        Gate.Token,
        Gate.Mailbox,
    ];

    static readonly Gate[] Sending = [Gate.SendAs, Gate.Recipient, Gate.Quota, Gate.Reputation];

    public static IReadOnlyList<GateResult> Read(
        GateCheckOptions options,
        IReadOnlyList<StageResult> stages,
        StageFailure? failure,
        Gate closed
    )
    {
        var gates = BeforeSignIn
            .Concat(SignIn)
            .Concat(Sending)
            .Concat(closed is Gate.Unknown ? [] : [closed])
            .Distinct();
        return
        [
            .. gates.Select(gate =>
                gate == closed ? new(gate, GateState.Closed, failure!.Message) : State(gate, options, stages)
            ),
        ];
    }

    static GateResult State(Gate gate, GateCheckOptions options, IReadOnlyList<StageResult> stages) =>
        BeforeSignIn.Contains(gate) ? Reached(gate, stages)
        : SignIn.Contains(gate) ? SignedIn(gate, options, stages)
        : Sent(gate, options, stages);

    static GateResult Reached(Gate gate, IReadOnlyList<StageResult> stages)
    {
        var (stage, evidence) = gate switch
        {
            Gate.Network => (ProbeStage.Banner, "The server answered."),
            Gate.Tls => (ProbeStage.Tls, stages[(int)ProbeStage.Tls].Detail),
            _ => (ProbeStage.SecondEhlo, stages[(int)ProbeStage.SecondEhlo].Detail),
        };
        return stages[(int)stage].Outcome switch
        {
            StageOutcome.Passed => new(gate, GateState.Open, evidence),
            StageOutcome.Failed => new(gate, GateState.Unknown, stages[(int)stage].Detail),
            _ => new(gate, GateState.NotReached, "The check ended before it."),
        };
    }

    static GateResult SignedIn(Gate gate, GateCheckOptions options, IReadOnlyList<StageResult> stages)
    {
        var token = options.UsesToken;
        if (options.WantsSignIn && (token ? PasswordOnly.Contains(gate) : gate == Gate.Token))
            return new(
                gate,
                GateState.NotReached,
                token ? "It concerns passwords; a token was used." : "It concerns tokens; a password was used."
            );
        return stages[(int)ProbeStage.Auth].Outcome switch
        {
            StageOutcome.Passed => new(gate, GateState.Open, Passed(gate)),
            StageOutcome.Failed => new(gate, GateState.Unknown, "The server names one reason only."),
            _ => new(
                gate,
                GateState.NotReached,
                options.WantsSignIn ? "The check ended before it." : "No sign-in was asked for."
            ),
        };
    }

    static string Passed(Gate gate) =>
        gate switch
        {
            Gate.ConditionalAccess => "The sign-in from this address was accepted.",
            Gate.TenantSmtpAuth => "The sign-in was accepted: the tenant allows it, or the mailbox overrides it.",
            _ => "The sign-in was accepted.",
        };

    static GateResult Sent(Gate gate, GateCheckOptions options, IReadOnlyList<StageResult> stages) =>
        stages[(int)ProbeStage.Send].Outcome switch
        {
            StageOutcome.Passed => new(gate, GateState.Open, "The test message was accepted."),
            StageOutcome.Failed => new(gate, GateState.Unknown, "The server names one reason only."),
            _ => new(
                gate,
                GateState.NotReached,
                options.SendTestFrom is null
                    ? "Only a test message shows it; none was asked for."
                    : "The check ended before it."
            ),
        };
}
