using System.Globalization;
using M365Smtp.Decoding;
using M365Smtp.Knowledge;
using M365Smtp.Tokens;

namespace M365Smtp.Probe;

/// <summary>Derives the verdict from the stages.</summary>
internal static class Verdicts
{
    public static GateReport Report(
        GateCheckOptions options,
        IReadOnlyList<StageResult> stages,
        StageFailure? failure,
        IReadOnlyList<string> notes
    )
    {
        var refusal = failure?.Reply is { } reply ? SmtpReply.Explain(reply.ToString(), options.Mailbox) : null;
        var stopped = StoppedAt(options, failure, refusal);
        var verdict = Verdict(options, failure, refusal, stopped);
        // If nothing proves a gate closed, the stages show how far the check got.
        var closed = verdict == GateVerdict.Closed ? stopped : Gate.Unknown;
        return new()
        {
            Host = options.Host,
            Port = options.Port,
            Mailbox = options.Mailbox,
            Verdict = verdict,
            Summary = Summary(options, failure, refusal),
            ClosedGate = closed,
            Stages = stages,
            Gates = GateTable.Read(options, stages, failure, closed),
            Refusal = refusal,
            Remedies = Remedies(options, failure, refusal, closed),
            Notes = [.. notes],
        };
    }

    static Gate StoppedAt(GateCheckOptions options, StageFailure? failure, ReplyExplanation? refusal)
    {
        if (failure is null)
            return Gate.Unknown;
        // With OAuth, the bare refusal is the documented reply to an unacceptable token.
        if (refusal?.Cause == ReplyCause.AuthGeneric)
            return options.UsesToken ? Gate.Token : Gate.Credentials;
        if (refusal is { Cause: not ReplyCause.Unknown })
            return refusal.Gate;
        return failure.Gate;
    }

    // Closed requires evidence: a known refusal, a permanent one of the sign-in or message, or what the check itself
    // saw.
    static GateVerdict Verdict(GateCheckOptions options, StageFailure? failure, ReplyExplanation? refusal, Gate stopped)
    {
        if (failure is null)
            return options.WantsSignIn ? GateVerdict.Open : GateVerdict.Unknown;
        if (refusal is null)
            return stopped is Gate.Unknown or Gate.Service ? GateVerdict.Unknown : GateVerdict.Closed;
        if (refusal is { Cause: ReplyCause.Unknown })
            return refusal.Retry == RetryAdvice.Never && stopped != Gate.Service
                ? GateVerdict.Closed
                : GateVerdict.Unknown;
        // A fault that may pass is no evidence about a gate.
        return stopped == Gate.Service && refusal.Retry != RetryAdvice.Never ? GateVerdict.Unknown : GateVerdict.Closed;
    }

    static string Summary(GateCheckOptions options, StageFailure? failure, ReplyExplanation? refusal) =>
        failure switch
        {
            null when options.SendTestFrom is not null => "The sign-in worked and the test message was accepted.",
            null when options.WantsSignIn => "The sign-in worked.",
            null => "The server was reached and offers a sign-in over TLS; none was tried.",
            _ when refusal is { Cause: not ReplyCause.Unknown } => refusal.Meaning,
            _ when refusal is not null => string.Format(
                CultureInfo.InvariantCulture,
                "{0} The server said: {1}",
                refusal.Meaning,
                failure.Message
            ),
            _ => failure.Message,
        };

    static IReadOnlyList<Remedy> Remedies(
        GateCheckOptions options,
        StageFailure? failure,
        ReplyExplanation? refusal,
        Gate closed
    )
    {
        if (failure is null)
            return [];
        if (failure.Remedy is { } own)
            return [own];
        if (refusal is { Cause: ReplyCause.AuthGeneric })
            return ForBareRefusal(options).For(options.Mailbox);
        if (refusal is { Cause: ReplyCause.SendAs, From: null })
            return Causes.Of(ReplyCause.SendAs).Remedies.For(options.Mailbox, options.SendTestFrom);
        if (refusal is { Cause: not ReplyCause.Unknown })
            return refusal.Remedies;
        return closed switch
        {
            Gate.Token => [RequestToken(options.Host)],
            Gate.Network => [TransportFault.CheckName, TransportFault.OpenPort],
            Gate.Tls => [TransportFault.CheckTls],
            Gate.Mechanism => Causes.Of(ReplyCause.WrongMechanism).Remedies.For(options.Mailbox),
            _ => [],
        };
    }

    // High Volume Email requires a different permission and keeps a list of allowed applications.
    static IEnumerable<Remedy> ForBareRefusal(GateCheckOptions options) =>
        !options.UsesToken ? BareRefusal.ForPassword
        : Hosts.Find(options.Host)?.Cloud != Cloud.HighVolume ? BareRefusal.ForToken
        : Causes.Of(ReplyCause.HvePermission).Remedies.Concat(Causes.Of(ReplyCause.HveAppNotAllowed).Remedies);

    static Remedy RequestToken(string host)
    {
        var scopes = TokenInspection.Scopes(host);
        var ways = new[]
        {
            scopes.AppOnly is { } app ? $"{app} (application, with {scopes.AppPermission})" : null,
            scopes.Delegated is { } user ? $"{user} (signed-in user)" : null,
        };
        return new($"Request a token for {string.Join(" or ", ways.OfType<string>())}.", Link: Links.OAuth);
    }
}
