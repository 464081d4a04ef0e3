namespace M365Smtp.Knowledge;

/// <summary>The ten or more meanings of 535 5.7.139, and other replies to a sign-in with a password.</summary>
internal static class PasswordReplies
{
    public static readonly ReplyRow[] All =
    [
        Refusal(
            ReplyCause.TenantSmtpAuthOff,
            "Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit "
                + "https://aka.ms/smtp_auth_disabled for more information. {bracket}",
            "smtpclientauthentication is disabled for the tenant",
            Certainty.Certain,
            "email-oauth2-proxy #193; nodemailer #1484; OfficeDocs-Exchange #3124"
        ),
        Refusal(
            ReplyCause.MailboxSmtpAuthOff,
            "Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit "
                + "https://aka.ms/smtp_auth_disabled for more information. {bracket}",
            "smtpclientauthentication is disabled for the mailbox",
            Certainty.Certain,
            "Microsoft Power Platform and Dynamics 365 docs"
        ),
        Refusal(
            ReplyCause.SecurityDefaults,
            "Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact "
                + "your administrator. {bracket}",
            "user is locked by your organization's security defaults policy",
            Certainty.Certain,
            "public log (2026)"
        ),
        Refusal(
            ReplyCause.PolicyBlock,
            "Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. "
                + "Contact your administrator. {bracket}",
            "the request did not meet the criteria to be authenticated successfully",
            Certainty.Likely,
            "gophish #3220; public log (2026-08-05)"
        ),
        Refusal(
            ReplyCause.BadCredentials,
            "Authentication unsuccessful, the user credentials were incorrect. {bracket}",
            "authentication unsuccessful, the user credentials were incorrect",
            Certainty.Certain,
            "freescout #4930; public log"
        ),
        Refusal(
            ReplyCause.AccountLocked,
            "Authentication unsuccessful, account locked. Contact your administrator. {bracket}",
            "authentication unsuccessful, account locked",
            Certainty.Certain,
            "public log (2026-09-08)"
        ),
        Refusal(
            ReplyCause.AccountState,
            "Authentication unsuccessful, account has an issue. Contact your administrator. {bracket}",
            "authentication unsuccessful, account has an issue",
            Certainty.Likely,
            "public log (2024)"
        ),
        Refusal(
            ReplyCause.BasicDisabled,
            "Authentication unsuccessful, basic authentication is disabled. {bracket}",
            "authentication unsuccessful, basic authentication is disabled",
            Certainty.Certain,
            "nodemailer #1714; mailR #107; rally #3154"
        ),
        Refusal(
            ReplyCause.Federation,
            "Authentication unsuccessful, federated STS service was unreachable. {bracket}",
            "federated sts service was unreachable",
            Certainty.Certain,
            "SA fix-issues-with-printers",
            RetryAdvice.Later
        ),
        Refusal(
            ReplyCause.Federation,
            "Authentication unsuccessful, the federated STS URL does not support HTTPS. {bracket}",
            "the federated sts url does not support https",
            Certainty.Certain,
            "SA fix-issues-with-printers"
        ),
        Refusal(
            ReplyCause.HveBasicBlocked,
            "Authentication unsuccessful, the organization configuration doesn't allow this authentication "
                + "request. {bracket}",
            "the organization configuration doesn't allow this",
            Certainty.Likely,
            "learn troubleshoot-high-volume-email-m365 (2026)"
        ),
        Refusal(
            ReplyCause.HveBasicBlocked,
            "Authentication unsuccessful, the organization configuration does not allow this authentication "
                + "request. {bracket}",
            "the organization configuration does not allow this",
            Certainty.Likely,
            "MS Learn High Volume Email, quoted 2026-04-07"
        ),
        new(
            ReplyCause.BasicRetired,
            ReplyStage.Auth,
            550,
            "5.7.30",
            "Basic authentication is not supported for Client Submission.",
            "basic authentication is not supported for client submission",
            RetryAdvice.Never,
            Certainty.Certain,
            "Exchange blog 4114750 (announced; no server log seen)"
        ),
    ];

    static ReplyRow Refusal(
        ReplyCause cause,
        string text,
        string phrase,
        Certainty certainty,
        string source,
        RetryAdvice retry = RetryAdvice.Never
    ) => new(cause, ReplyStage.Auth, 535, "5.7.139", text, phrase, retry, certainty, source);
}
