using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Identity;

/// <summary>High Volume Email has been limited to recipients inside the tenant since June 2025.</summary>
internal static class HighVolumeRecipient
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP3007),
        "External recipient for High Volume Email",
        "'{0}' is outside the tenant, and '{1}' delivers to recipients inside it only. Use smtp.office365.com, "
            + "Microsoft Graph or Azure Communication Services for this one.",
        Severity.Warning,
        Check
    )
    {
        Description =
            "High Volume Email delivers to recipients inside the tenant only, since June 2025. A "
            + "recipient written here is outside it.",
        NoFix = "Which way the mail takes instead is the author's choice.",
    };

    static Finding? Check(SmtpUsage use) =>
        use.Endpoint is { Cloud: Cloud.HighVolume } host
        && use.Recipient.Is(out var address, out var origin)
        && EmailAddress.Parse(address) is { } recipient
        && OutsideDomain.Has(recipient, use)
            ? new Finding(origin, recipient.ToString(), host.Name)
            : null;
}
