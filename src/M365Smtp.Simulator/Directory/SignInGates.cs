using System.Net;

namespace M365Smtp.Simulator;

/// <summary>One sign-in attempt.</summary>
/// <param name="Mailbox">The mailbox with the given UPN, or null.</param>
/// <param name="IsBasic">Whether it uses a password (LOGIN), not a token (XOAUTH2).</param>
/// <param name="IsRight">Whether the password or token is the mailbox's.</param>
/// <param name="IsLocked">Whether the account is locked, manually or after repeated failures.</param>
internal sealed record SignInAttempt(
    Tenant Tenant,
    Mailbox? Mailbox,
    bool IsBasic,
    bool IsRight,
    bool IsLocked,
    IPAddress Client
);

/// <summary>
/// The gates that a sign-in must pass. Which of several closed gates Exchange Online reports is not documented; here it
/// is the first in this table.
/// </summary>
internal static class SignInGates
{
    static readonly (ReplyCause Cause, Func<SignInAttempt, bool> IsClosed)[] All =
    [
        (ReplyCause.BasicRetired, attempt => attempt.IsBasic && attempt.Tenant.BasicAuthGone),
        (
            ReplyCause.BasicDisabled,
            attempt => attempt.IsBasic && !(attempt.Mailbox?.BasicAuthAllowed ?? attempt.Tenant.BasicAuthAllowed)
        ),
        (ReplyCause.AccountLocked, attempt => attempt.IsBasic && attempt.IsLocked),
        (ReplyCause.BadCredentials, attempt => attempt.IsBasic && !attempt.IsRight),
        (ReplyCause.AuthGeneric, attempt => !attempt.IsRight),
        (ReplyCause.SecurityDefaults, attempt => attempt.IsBasic && attempt.Tenant.SecurityDefaultsOn),
        (
            ReplyCause.PolicyBlock,
            attempt =>
                attempt.IsBasic
                && attempt.Tenant.LegacyAuthBlocked
                && !attempt.Tenant.LegacyAuthAllowedFrom.Contains(attempt.Client)
        ),
        // Facts 2a: the mailbox switch overrides the tenant's; facts 2b: both block OAuth too.
        (ReplyCause.MailboxSmtpAuthOff, attempt => attempt.Mailbox?.SmtpAuthOff == true),
        (ReplyCause.TenantSmtpAuthOff, attempt => attempt.Mailbox?.SmtpAuthOff is null && attempt.Tenant.SmtpAuthOff),
    ];

    /// <summary>The first closed gate, or null if all are open.</summary>
    public static ReplyCause? Closed(SignInAttempt attempt)
    {
        foreach (var (cause, isClosed) in All)
            if (isClosed(attempt))
                return cause;
        return null;
    }
}
