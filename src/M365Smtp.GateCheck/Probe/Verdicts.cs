using System.Globalization;
using M365Smtp.Decoding;
using M365Smtp.Knowledge;

namespace M365Smtp.Probe;

/// <summary>Judges what the stages showed.</summary>
internal static class Verdicts
{
    static readonly Remedy OAuthRemedy = new("Request a token for https://outlook.office365.com/.default (application) or https://outlook.office.com/SMTP.Send (signed-in user).", Link: Links.OAuth);

    public static GateReport Report(GateCheckOptions options, IReadOnlyList<StageResult> stages, StageFailure? failure, IReadOnlyList<string> notes)
    {
        var refusal = failure?.Reply is { } reply ? SmtpReply.Explain(reply.ToString(), options.Mailbox) : null;
        var closed = ClosedGate(options, failure, refusal);
        return new()
        {
            Host = options.Host,
            Port = options.Port,
            Mailbox = options.Mailbox,
            Verdict = Verdict(options, failure, refusal, closed),
            Summary = Summary(options, failure, refusal),
            ClosedGate = closed,
            Stages = stages,
            Gates = GateTable.Read(options, stages, failure, closed),
            Refusal = refusal,
            Remedies = Remedies(options, failure, refusal, closed),
            Notes = [.. notes],
        };
    }

    static Gate ClosedGate(GateCheckOptions options, StageFailure? failure, ReplyExplanation? refusal)
    {
        if (failure is null) return Gate.Unknown;
        // With OAuth the bare refusal is the documented answer to a token that will not do.
        if (refusal?.Cause == ReplyCause.AuthGeneric) return options.TokenProvider is not null ? Gate.Token : Gate.Credentials;
        if (refusal is { Cause: not ReplyCause.Unknown }) return refusal.Gate;
        return failure.Gate;
    }

    static GateVerdict Verdict(GateCheckOptions options, StageFailure? failure, ReplyExplanation? refusal, Gate closed)
    {
        if (failure is null) return options.WantsSignIn ? GateVerdict.Open : GateVerdict.Unknown;
        if (refusal is null) return closed is Gate.Unknown or Gate.Service ? GateVerdict.Unknown : GateVerdict.Closed;
        // What may pass by itself says nothing about a gate.
        return refusal is { Retry: not RetryAdvice.Never, Cause: ReplyCause.Unknown or ReplyCause.Transient or ReplyCause.TransientOrMalformed } ? GateVerdict.Unknown : GateVerdict.Closed;
    }

    static string Summary(GateCheckOptions options, StageFailure? failure, ReplyExplanation? refusal) => failure switch
    {
        null when options.SendTestFrom is not null => "The sign-in worked and the test message was accepted.",
        null when options.WantsSignIn => "The sign-in worked.",
        null => "The server was reached and offers a sign-in over TLS; none was tried.",
        _ when refusal is { Cause: not ReplyCause.Unknown } => refusal.Meaning,
        _ when refusal is not null => string.Format(CultureInfo.InvariantCulture, "{0} The server said: {1}", refusal.Meaning, failure.Message),
        _ => failure.Message,
    };

    static IReadOnlyList<Remedy> Remedies(GateCheckOptions options, StageFailure? failure, ReplyExplanation? refusal, Gate closed)
    {
        if (failure is null) return [];
        if (failure.Remedy is { } own) return [own];
        if (refusal is { Cause: ReplyCause.AuthGeneric })
            return (options.TokenProvider is not null ? BareRefusal.ForToken : BareRefusal.ForPassword).For(options.Mailbox);
        if (refusal is { Cause: ReplyCause.SendAs, From: null })
            return Causes.Of(ReplyCause.SendAs).Remedies.For(options.Mailbox, options.SendTestFrom);
        if (refusal is { Cause: not ReplyCause.Unknown }) return refusal.Remedies;
        return closed switch
        {
            Gate.Token => [OAuthRemedy],
            Gate.Network => [TransportFault.CheckName, TransportFault.OpenPort],
            Gate.Tls => [TransportFault.CheckTls],
            Gate.Mechanism => Causes.Of(ReplyCause.WrongMechanism).Remedies.For(options.Mailbox),
            _ => [],
        };
    }
}
