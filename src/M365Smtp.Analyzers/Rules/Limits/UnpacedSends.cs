using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;
using System.Globalization;

namespace M365Smtp.Analyzers.Rules.Limits;

/// <summary>A mailbox sends 30 messages a minute; the rest waits.</summary>
internal static class UnpacedSends
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP5001),
        "A mailbox sends no more than 30 messages a minute",
        "this loop sends without a pause, and '{0}' takes {1} messages a minute from a mailbox: what comes faster is throttled",
        Severity.Info,
        Check)
    {
        NoFix = "How to pace the sends is the author's choice.",
    };

    // High Volume Email is made for it; what a consumer mailbox may, no document says.
    static Finding? Check(SmtpUsage use) =>
        use is { IsAimedAtSubmission: true, Endpoint.Cloud: not (Cloud.HighVolume or Cloud.Consumer) } && use.Pace.Is(out var pace, out var origin) && pace == Pace.LoopWithoutPause
            ? new Finding(origin, use.Endpoint.Server, Knowledge.Limits.MessagesPerMinute.ToString(CultureInfo.InvariantCulture))
            : null;
}
