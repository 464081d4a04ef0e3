namespace M365Smtp.Knowledge;

/// <summary>A guide to one gate: what it is, who owns it, how to read it and how to open it.</summary>
/// <param name="Read">The PowerShell command that shows its state, or where to look.</param>
/// <param name="Open">How to open it.</param>
/// <param name="Command">The PowerShell command that opens it, for one mailbox if possible; null if there is
/// none.</param>
/// <param name="Source">The section of docs/facts.md.</param>
internal sealed record GateGuide(
    string Key,
    string Name,
    string What,
    string Owner,
    string Read,
    string Open,
    string? Command,
    string Source
)
{
    public static readonly GateGuide[] All =
    [
        new(
            "securityDefaults",
            "Security defaults",
            "A switch of Microsoft Entra for tenants without Conditional Access. While it is on, sign-in with a "
                + "password over SMTP "
                + "is blocked for everybody. It may be on in tenants created on or after 22 October 2019.",
            "Entra administrator",
            "Microsoft Entra admin center > Identity > Overview > Properties > Manage security defaults",
            "Sign in with OAuth 2.0, or replace security defaults by Conditional Access policies of equal strength.",
            null,
            "2a"
        ),
        new(
            "tenantOff",
            "SMTP AUTH for the tenant",
            "The organization-wide switch. It is off by default for organizations created after January 2020, and "
                + "counts only for "
                + "mailboxes that have no setting of their own.",
            "Exchange administrator",
            "Get-TransportConfig | Format-List SmtpClientAuthenticationDisabled",
            "Leave it off and allow SMTP AUTH for the one mailbox: its setting overrides the tenant's.",
            "Set-CASMailbox -Identity alerts@contoso.com -SmtpClientAuthenticationDisabled $false",
            "2a"
        ),
        new(
            "mailbox",
            "SMTP AUTH for the mailbox",
            "The mailbox's own switch: on, off, or nothing (then the tenant's counts). It overrides the tenant in "
                + "both directions. "
                + "It applies to passwords and to OAuth 2.0.",
            "Exchange administrator",
            "Get-CASMailbox -Identity alerts@contoso.com | Format-List SmtpClientAuthenticationDisabled",
            "Allow SMTP AUTH for this mailbox.",
            "Set-CASMailbox -Identity alerts@contoso.com -SmtpClientAuthenticationDisabled $false",
            "2a"
        ),
        new(
            "basicBlocked",
            "Authentication policy",
            "An Exchange authentication policy can block passwords for every protocol unless it allows them for "
                + "SMTP. The policy of "
                + "a user beats the default policy; a change takes up to 24 hours.",
            "Exchange administrator",
            "Get-User -Identity alerts@contoso.com | Format-List AuthenticationPolicy",
            "Assign a policy that allows Basic authentication for SMTP, or sign in with OAuth 2.0.",
            null,
            "2b"
        ),
        new(
            "legacyBlocked",
            "Conditional Access",
            "A policy that blocks legacy authentication (other clients), for everybody or by location. Microsoft "
                + "creates one "
                + "report-only and switches it on by itself after at least 45 days.",
            "Entra administrator",
            "Microsoft Entra admin center > Monitoring > Sign-in logs, client app \"Authenticated SMTP\"",
            "Exclude the account or the address of the server from the policy, or sign in with OAuth 2.0.",
            null,
            "2b"
        ),
        new(
            "locked",
            "Account lock",
            "Smart lockout locks an account after several wrong passwords. Programs that retry a refused sign-in "
                + "keep it locked.",
            "Entra administrator",
            "Microsoft Entra admin center > Monitoring > Sign-in logs, error 50053",
            "Stop every program that still uses the old password, and wait.",
            null,
            "3a"
        ),
        new(
            "basicRetired",
            "End of Basic authentication",
            "Password sign-in for SMTP is off by default from the end of December 2026. The reply shown is the "
                + "announced one; no log "
                + "of a real server was found.",
            "Microsoft, then the tenant's administrators",
            "No cmdlet is documented yet.",
            "Sign in with OAuth 2.0. How an administrator enables passwords after December 2026 is not documented yet.",
            null,
            "5"
        ),
    ];
}
