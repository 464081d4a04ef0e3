namespace M365Smtp.Knowledge;

/// <summary>Causes of refusals after the sign-in. Sources: facts 3c, 4 and 8.</summary>
internal static class SendingCauses
{
    const string Restricted = "Microsoft Defender portal > Email & collaboration > Review > Restricted entities";

    public static readonly CauseRow[] All =
    [
        new(
            ReplyCause.SendAs,
            Gate.SendAs,
            "The mailbox that signed in may not send as the From address.",
            new Remedy(
                "Use the signed-in mailbox, or another address of the same mailbox, as From.",
                Link: Links.Submission
            ),
            new Remedy(
                "Grant Send As; it may take a while to work.",
                "Add-RecipientPermission -Identity {from} -Trustee {mailbox} -AccessRights SendAs"
            )
        ),
        new(
            ReplyCause.RecipientUnknown,
            Gate.Recipient,
            "The recipient does not exist. This is not a sending limit.",
            new Remedy(
                "Check the recipient's address. When it exists, its administrator checks Directory Based Edge Blocking."
            )
        ),
        new(
            ReplyCause.RecipientMxWrong,
            Gate.Recipient,
            "The recipient's domain points to the wrong mail server.",
            new Remedy("The recipient's administrator checks the MX record of the domain.")
        ),
        new(
            ReplyCause.RecipientConcurrency,
            Gate.Recipient,
            "The recipient's mailbox receives too much at once.",
            new Remedy("Send to this recipient more slowly.")
        ),
        new(
            ReplyCause.Concurrency,
            Gate.Quota,
            "A mailbox may have three connections at once.",
            new Remedy(
                "Send through one connection, or close each before the next; one mailbox for one application.",
                Link: Links.Submission
            )
        ),
        new(
            ReplyCause.DailyQuota,
            Gate.Quota,
            "The mailbox used up its 10,000 recipients in 24 hours. The window slides.",
            new Remedy("Wait, and spread the load or use another service for bulk mail.", Link: Links.Submission)
        ),
        new(
            ReplyCause.SenderMailboxFull,
            Gate.Mailbox,
            "The sender's own mailbox is full: SMTP AUTH keeps a copy in Sent Items.",
            new Remedy(
                "Keep no copies of submitted mail, and clear Sent Items.",
                "Set-Mailbox -Identity {mailbox} -MessageCopyForSMTPClientSubmissionEnabled $false",
                Link: Links.SetMailbox
            )
        ),
        new(
            ReplyCause.TenantQuota,
            Gate.Quota,
            "The tenant used up its external recipients for the day.",
            new Remedy("Wait, or spread the load over days."),
            new Remedy(
                "From an onmicrosoft.com address only 100 external recipients a day are allowed: send from a "
                    + "domain of your own."
            )
        ),
        new(
            ReplyCause.SenderRestricted,
            Gate.Reputation,
            "The sender is restricted for outbound spam.",
            new Remedy("Secure the account, then release it.", Portal: Restricted)
        ),
        new(
            ReplyCause.TenantIpBlock,
            Gate.Reputation,
            "The tenant, the sender or the IP address is blocked.",
            new Remedy(
                "Send only from verified domains; ask Microsoft support to lift the block.",
                Portal: "Microsoft 365 admin center > Support"
            )
        ),
        new(
            ReplyCause.TempSuspect,
            Gate.Reputation,
            "The traffic looks suspicious for the moment; that lifts by itself.",
            new Remedy("Try again later.")
        ),
        new(
            ReplyCause.DirectSendBlocked,
            Gate.Relay,
            "The organization refuses Direct Send. This is not client submission.",
            new Remedy(
                "Sign in and send through smtp.office365.com port 587, or use a connector.",
                Link: Links.Submission
            )
        ),
        new(
            ReplyCause.RelayDenied,
            Gate.Relay,
            "Relay was refused: without a sign-in the server accepts mail for its own domains only, and no "
                + "connector matched the address or the certificate.",
            new Remedy(
                "Match the connector to the sender's address or certificate, or sign in and send through "
                    + "smtp.office365.com port 587.",
                Link: Links.Submission
            )
        ),
    ];
}
