using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;
using System.Globalization;

namespace M365Smtp.Analyzers.Rules.Limits;

/// <summary>A mailbox has three connections at once.</summary>
internal static class ParallelSends
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP5002),
        "A mailbox has no more than three connections at once",
        "this sends on more connections at once than it may: '{0}' takes {1} connections from a mailbox: the next is answered 432 4.3.2 Concurrent connections limit exceeded",
        Severity.Info,
        Check)
    {
        NoFix = "How to bound the sends is the author's choice.",
    };

    // High Volume Email is made for it; what a consumer mailbox may, no document says.
    static Finding? Check(SmtpUsage use) =>
        use is { IsAimedAtSubmission: true, Endpoint.Cloud: not (Cloud.HighVolume or Cloud.Consumer) } && use.Pace.Is(out var pace, out var origin) && pace == Pace.Parallel
            ? new Finding(origin, use.Endpoint.Server, Knowledge.Limits.ConcurrentConnections.ToString(CultureInfo.InvariantCulture))
            : null;
}
