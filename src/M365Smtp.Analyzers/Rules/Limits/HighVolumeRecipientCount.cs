using System.Globalization;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Limits;

/// <summary>High Volume Email is for many messages, not for many recipients per message.</summary>
internal static class HighVolumeRecipientCount
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP5003),
        "Too many recipients for one message of High Volume Email",
        "this message has {0} recipients, and '{1}' accepts {2} for one message. Send to a group or in several "
            + "messages.",
        Severity.Info,
        Check
    )
    {
        Description =
            "High Volume Email accepts 50 recipients for one message, according to a published log. This message has more.",
        NoFix = "How to divide the recipients is the author's choice.",
    };

    const int Most = Knowledge.Limits.HighVolumeRecipients;

    static Finding? Check(SmtpUsage use) =>
        use.Endpoint is { Cloud: Cloud.HighVolume } host
        && use.RecipientCount.Is(out var count, out var origin)
        && count > Most
            ? new Finding(origin, Number(count), host.Name, Number(Most))
            : null;

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
