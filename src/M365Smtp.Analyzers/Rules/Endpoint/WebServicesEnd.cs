using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Endpoint;

/// <summary>Exchange Online gives up Exchange Web Services; a server on-premises does not.</summary>
internal static class WebServicesEnd
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP1008),
        "Exchange Online is switching Exchange Web Services off",
        "Exchange Web Services at '{0}' is off tenant by tenant since " + WebServices.OffSince
        + " (HTTP 403) and removed on " + WebServices.Removed + "; send through Microsoft Graph or by SMTP with OAuth 2.0",
        Severity.Warning,
        Check)
    {
        NoFix = "Which way replaces it is the author's choice.",
    };

    static Finding? Check(SmtpUsage use) =>
        use.WebServices.Is(out var address, out var origin) ? new Finding(origin, new Uri(address).Host) : null;
}
