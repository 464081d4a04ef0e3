namespace M365Smtp.Knowledge;

/// <summary>Causes in the account or its credentials. Sources: facts 2b, 3a, 6 and 8.</summary>
internal static class AccountCauses
{
    const string SignInLog = "Microsoft Entra admin center > Monitoring > Sign-in logs";

    public static readonly CauseRow[] All =
    [
        new(
            ReplyCause.BadCredentials,
            Gate.Credentials,
            "The user name or the password is wrong. Repeating it locks the account.",
            new Remedy(
                "Sign in with the UPN, not an alias.",
                "Get-User -Identity {mailbox} | Format-List UserPrincipalName"
            ),
            new Remedy("Check the password; it may have expired or changed.", Portal: SignInLog),
            new Remedy(
                "An account with multifactor authentication needs an app password, where the tenant allows those.",
                Link: Links.AppPasswords
            )
        ),
        new(
            ReplyCause.AccountLocked,
            Gate.AccountLock,
            "The account is locked after repeated failures.",
            new Remedy(
                "Stop every client that signs in with the old password, wait for the lock to end, then put the "
                    + "password right. Each attempt prolongs the lock.",
                Portal: SignInLog
            )
        ),
        new(
            ReplyCause.AccountState,
            Gate.Account,
            "The account is disabled or flagged; the server does not say which.",
            new Remedy(
                "See whether sign-in is blocked for the user or the user is at risk.",
                Portal: "Microsoft Entra admin center > Users > the user; " + SignInLog
            )
        ),
        new(
            ReplyCause.NoMailbox,
            Gate.Mailbox,
            "The sign-in worked, but the account has no usable mailbox: no licence, disabled, or on-premises.",
            new Remedy(
                "Check that the mailbox exists in Exchange Online.",
                "Get-Mailbox -Identity {mailbox} | Format-List RecipientTypeDetails,SKUAssigned,IsMailboxEnabled"
            ),
            new Remedy(
                "Assign a licence with Exchange Online.",
                Portal: "Microsoft 365 admin center > Users > Active users > the user > Licenses and apps"
            )
        ),
        new(
            ReplyCause.AuthGeneric,
            Gate.Unknown,
            "Refused without a reason. With OAuth: the token, its permissions or the user name. With a password: "
                + "like wrong credentials.",
            [.. BareRefusal.ForToken, .. BareRefusal.ForPassword]
        ),
    ];
}
