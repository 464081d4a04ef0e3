using System.Net;

namespace M365Smtp.Simulator;

/// <summary>One try to sign in.</summary>
/// <param name="Mailbox">The mailbox whose UPN was given, or null.</param>
/// <param name="IsBasic">A password (LOGIN), not a token (XOAUTH2).</param>
/// <param name="IsRight">The password or token is the mailbox's.</param>
/// <param name="IsLocked">The account is locked, by hand or by repeated failures.</param>
internal sealed record SignInAttempt(
    Tenant Tenant,
    Mailbox? Mailbox,
    bool IsBasic,
    bool IsRight,
    bool IsLocked,
    IPAddress Client
);

/// <summary>The gates in front of a sign-in. Which of several closed ones speaks first is not documented; here it is
/// the order of this table.</summary>
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
        // Facts 2a: the mailbox switch beats the tenant's; facts 2b: both stop OAuth too.
        (ReplyCause.MailboxSmtpAuthOff, attempt => attempt.Mailbox?.SmtpAuthOff == true),
        (ReplyCause.TenantSmtpAuthOff, attempt => attempt.Mailbox?.SmtpAuthOff is null && attempt.Tenant.SmtpAuthOff),
    ];

    /// <summary>The first closed gate, or null when all are open.</summary>
    public static ReplyCause? Closed(SignInAttempt attempt)
    {
        foreach (var (cause, isClosed) in All)
            if (isClosed(attempt))
                return cause;
        return null;
    }
}
