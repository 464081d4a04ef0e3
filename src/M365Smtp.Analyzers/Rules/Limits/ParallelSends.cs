using System.Globalization;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Limits;

/// <summary>A mailbox is limited to three concurrent connections.</summary>
internal static class ParallelSends
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP5002),
        "Too many connections at once",
        "this may open more connections at once than the {1} that '{0}' allows per mailbox: "
            + "the next one gets \"432 4.3.2 Concurrent connections limit exceeded\"",
        Severity.Info,
        Check
    )
    {
        Description =
            "The code starts as many sends at once as there are messages, each with its own connection. A "
            + "mailbox can have three connections at once. For consumer mailboxes (smtp-mail.outlook.com) "
            + "Microsoft documents no such limit, and the rule is silent.",
        NoFix = "How to limit the sends is a design decision.",
    };

    // High Volume Email is made for it; no document gives the limit for consumer mailboxes.
    static Finding? Check(SmtpUsage use) =>
        use is { IsAimedAtSubmission: true, Endpoint.Cloud: not (Cloud.HighVolume or Cloud.Consumer) }
        && use.Pace.Is(out var pace, out var origin)
        && pace == Pace.Parallel
            ? new Finding(
                origin,
                use.Endpoint.Server,
                Knowledge.Limits.ConcurrentConnections.ToString(CultureInfo.InvariantCulture)
            )
            : null;
}
