using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Identity;

/// <summary>Direct Send delivers only to the tenant's own mailboxes; a connector may allow more.</summary>
internal static class DirectSendRecipient
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP3008),
        "External recipient for Direct Send",
        "'{1}' accepts mail for its own tenant, and '{0}' is outside it: the server answers \"550 5.7.1 Unable "
            + "to relay\" unless a connector lets this machine relay",
        Severity.Info,
        Check
    )
    {
        Description =
            "Direct Send hands mail to the tenant's own mailboxes, without a sign-in. For a recipient "
            + "outside the server refuses to relay, unless a connector allows it.",
        NoFix = "A connector may relay, and code does not show it.",
    };

    // With a sign-in nothing is sent; SMTP1003 reports it.
    static Finding? Check(SmtpUsage use) =>
        use.Endpoint is { Kind: HostKind.Mx } host
        && !use.Credential.Is(out _)
        && use.Recipient.Is(out var address, out var origin)
        && EmailAddress.Parse(address) is { } recipient
        && OutsideDomain.Has(recipient, use)
            ? new Finding(origin, recipient.ToString(), host.Name)
            : null;
}
