namespace M365Smtp.Knowledge;

/// <summary>What an administrator turned off. Sources: facts 2 and 3a.</summary>
internal static class SwitchCauses
{
    const string AllowMailbox = "Set-CASMailbox -Identity {mailbox} -SmtpClientAuthenticationDisabled $false";
    const string MailboxPortal =
        "Microsoft 365 admin center > Users > Active users > the user > Mail > Manage email apps > Authenticated SMTP";

    static readonly Remedy UseOAuth = new("Sign in with OAuth 2.0 (XOAUTH2) instead of a password.", Link: Links.OAuth);

    public static readonly CauseRow[] All =
    [
        new(
            ReplyCause.TenantSmtpAuthOff,
            Gate.TenantSmtpAuth,
            "SMTP AUTH is off for the tenant and this mailbox has no setting of its own.",
            new Remedy(
                "Allow SMTP AUTH for this mailbox; its setting overrides the tenant's, which stays off.",
                AllowMailbox,
                MailboxPortal,
                Links.SmtpAuthDisabled
            )
        ),
        new(
            ReplyCause.MailboxSmtpAuthOff,
            Gate.MailboxSmtpAuth,
            "SMTP AUTH is off for this mailbox.",
            new Remedy("Allow SMTP AUTH for this mailbox.", AllowMailbox, MailboxPortal, Links.SmtpAuthDisabled),
            new Remedy(
                "A consumer Outlook.com mailbox has no such switch: sign in with OAuth 2.0, or send from a "
                    + "Microsoft 365 mailbox.",
                Link: Links.OAuth
            )
        ),
        new(
            ReplyCause.SecurityDefaults,
            Gate.SecurityDefaults,
            "Security Defaults of the tenant block sign-in with a password over SMTP.",
            UseOAuth with
            {
                Text =
                    "Sign in with OAuth 2.0: Security Defaults block older ways of sign-in (whether OAuth passes "
                    + "in every tenant is not documented).",
            },
            new Remedy(
                "Replace Security Defaults by Conditional Access policies of equal strength that leave this "
                    + "account out. This changes the whole tenant.",
                Portal: "Microsoft Entra admin center > Identity > Overview > Properties > Manage security defaults",
                Link: Links.SecurityDefaults
            )
        ),
        new(
            ReplyCause.PolicyBlock,
            Gate.ConditionalAccess,
            "A policy refused the sign-in, most likely Conditional Access; it may depend on the source address.",
            new Remedy(
                "Find the entry in the sign-in log at the time of the reply; it names the policy.",
                Portal: "Microsoft Entra admin center > Monitoring > Sign-in logs > client app Authenticated SMTP"
            ),
            new Remedy(
                "Leave this account or the server's address out of the Conditional Access policy that blocks "
                    + "legacy authentication.",
                Portal: "Microsoft Entra admin center > Protection > Conditional Access > Policies",
                Link: Links.Submission
            ),
            UseOAuth
        ),
        new(
            ReplyCause.BasicDisabled,
            Gate.BasicAuth,
            "Sign-in with a password is refused as a method: a consumer mailbox, or an authentication policy.",
            UseOAuth,
            new Remedy(
                "On a work mailbox, see which authentication policy applies; it must allow Basic for SMTP. A "
                    + "change takes up to 24 hours.",
                "Get-User -Identity {mailbox} | Format-List AuthenticationPolicy",
                Link: Links.AuthenticationPolicy
            )
        ),
        new(
            ReplyCause.BasicRetired,
            Gate.BasicAuth,
            "Basic authentication has been removed from client submission.",
            UseOAuth with
            {
                Link = Links.BasicRetirement,
            }
        ),
        new(
            ReplyCause.Federation,
            Gate.Federation,
            "The tenant's federated sign-in service (AD FS) could not be reached or does not offer HTTPS.",
            new Remedy("Make the AD FS service reachable over HTTPS with TLS 1.2.", Link: Links.Submission)
        ),
    ];
}
