using System.Globalization;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Limits;

/// <summary>A mailbox sends 30 messages a minute; further messages wait.</summary>
internal static class UnpacedSends
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP5001),
        "Messages sent without a delay",
        "this loop sends without any delay, but '{0}' accepts {1} messages per minute from a mailbox and "
            + "throttles the rest",
        Severity.Info,
        Check
    )
    {
        Description =
            "A loop sends one message per iteration without any delay. A mailbox can send 30 messages per minute "
            + "and to 10,000 recipients per day. For consumer mailboxes (smtp-mail.outlook.com) Microsoft "
            + "documents no such limit, and the rule is silent.",
        NoFix = "How to slow down the sends is a design decision.",
    };

    // High Volume Email is made for it; no document gives the limit for consumer mailboxes.
    static Finding? Check(SmtpUsage use) =>
        use is { IsAimedAtSubmission: true, Endpoint.Cloud: not (Cloud.HighVolume or Cloud.Consumer) }
        && use.Pace.Is(out var pace, out var origin)
        && pace == Pace.LoopWithoutPause
            ? new Finding(
                origin,
                use.Endpoint.Server,
                Knowledge.Limits.MessagesPerMinute.ToString(CultureInfo.InvariantCulture)
            )
            : null;
}
