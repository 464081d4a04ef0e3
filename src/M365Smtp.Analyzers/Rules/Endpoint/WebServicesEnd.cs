using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Endpoint;

/// <summary>Exchange Online retires Exchange Web Services; on-premises servers keep them.</summary>
internal static class WebServicesEnd
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP1008),
        "Exchange Web Services is being switched off",
        "Exchange Web Services at '{0}' is off tenant by tenant since "
            + WebServices.OffSince
            + " (HTTP 403), and on "
            + WebServices.Removed
            + " it is removed. Send through Microsoft Graph or by SMTP with "
            + "OAuth 2.0.",
        Severity.Warning,
        Check
    )
    {
        JudgesSettings = true,
        AtAnyHost = ["/ews"],
        Description =
            "The code calls Exchange Web Services in Exchange Online, which Microsoft switches off "
            + "tenant by tenant "
            + "since October 2026 and removes in April 2027. A server on-premises is not affected and not reported.",
        NoFix = "Which way replaces it is the author's choice.",
    };

    static Finding? Check(SmtpUsage use) =>
        use.WebServices.Is(out var address, out var origin) ? new Finding(origin, new Uri(address).Host) : null;
}
