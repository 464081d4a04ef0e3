using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>Client submission requires a sign-in.</summary>
internal static class NotSignedIn
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4005),
        "Missing sign-in",
        "'{0}' requires a sign-in: without one it answers \"530 5.7.57 Client not authenticated to send mail\"",
        Severity.Warning,
        Check
    )
    {
        Description =
            "The code sends through Microsoft 365 and never signs in. Client submission is for mailboxes and "
            + "rejects every message without a sign-in. Mail without a sign-in goes to the MX endpoint of the "
            + "recipient's tenant instead (SMTP1003).",
        NoFix = "The login is not known.",
    };

    static Finding? Check(SmtpUsage use) =>
        use is { Moment: Moment.Send, IsAimedAtSubmission: true, Credential.IsUnset: true }
        && !MayUseDefaultCredentials(use)
            ? new Finding(Place(use), use.Endpoint.Server)
            : null;

    // A call that also omits TLS is underlined for that.
    static Origin Place(SmtpUsage use) =>
        use.Tls.Is(out _, out var tls) && tls.Location == use.Site.Call.Location ? use.Site.CallName : use.Site.Call;

    static bool MayUseDefaultCredentials(SmtpUsage use) =>
        use.DefaultCredentials.Is(out var set)
            ? set.Value
            : use.Api == SmtpApi.SystemNetMail && use.DefaultCredentials.IsUnknown;
}
