using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>System.Net.Mail.SmtpClient has passwords only.</summary>
internal static class ClientWithoutOAuth
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4002),
        "System.Net.Mail.SmtpClient cannot sign in with OAuth 2.0",
        "System.Net.Mail.SmtpClient cannot do XOAUTH2, the one sign-in that '{0}' keeps once passwords are off; use MailKit",
        Severity.Info,
        Check)
    {
        NoFix = "Moving a client to MailKit is more than an edit.",
    };

    static Finding? Check(SmtpUsage use) =>
        // Who only fills a client made elsewhere did not choose its class.
        use is { Api: SmtpApi.SystemNetMail, IsAimedAtSubmission: true, Endpoint.Cloud: not Cloud.HighVolume } and not { Moment: Moment.Leaves, Site.Creation: null }
            ? new Finding(use.Site.CreationType ?? use.Site.Creation ?? use.Site.Call, use.Endpoint.Server)
            : null;
}
