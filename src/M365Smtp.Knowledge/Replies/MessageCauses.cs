namespace M365Smtp.Knowledge;

/// <summary>Causes in the message, its recipients or repeated errors. Sources: facts 3c, 3e and 4.</summary>
internal static class MessageCauses
{
    public static readonly CauseRow[] All =
    [
        new(
            ReplyCause.ErrorThrottled,
            Gate.Quota,
            "The mailbox is blocked for SMTP AUTH, for every program that uses it, because a program keeps making "
                + "the same mistake.",
            new Remedy(
                "Stop sending, correct the error that the reply names, and wait: the block ends by itself, and "
                    + "support cannot lift it.",
                Link: Links.ErrorThrottling
            ),
            new Remedy("If mail must go out before that, send from another mailbox.")
        ),
        new(
            ReplyCause.ConsumerVerify,
            Gate.Account,
            "This Outlook.com account must be verified, or it is flagged for spam.",
            new Remedy(
                "Sign in to the account in a browser and follow the instructions.",
                Portal: "https://outlook.live.com"
            ),
            new Remedy(
                "Send application mail from a Microsoft 365 mailbox rather than from a personal account.",
                Link: Links.Submission
            )
        ),
        new(
            ReplyCause.SizeLimit,
            Gate.Quota,
            "The message or its header is larger than the server or the mailbox allows.",
            new Remedy("Send smaller attachments, or a link in place of them."),
            new Remedy(
                "See the limit of the mailbox; it can be raised up to 150 MB.",
                "Get-Mailbox -Identity {mailbox} | Format-List MaxSendSize"
            )
        ),
        new(
            ReplyCause.TooManyRecipients,
            Gate.Quota,
            "The message has too many recipients: 500 by default, and no more than 200 of one domain in some cases.",
            new Remedy("Split the message into several with fewer recipients each."),
            new Remedy(
                "See the limit of the mailbox; it can be set from 1 to 1,000.",
                "Get-Mailbox -Identity {mailbox} | Format-List RecipientLimits",
                Link: Links.SetMailbox
            )
        ),
        new(
            ReplyCause.RecipientRate,
            Gate.Recipient,
            "The recipient received too many messages within an hour.",
            new Remedy("Try again later, and send less to this recipient.")
        ),
        new(
            ReplyCause.RecipientMailboxFull,
            Gate.Recipient,
            "The recipient's mailbox is full.",
            new Remedy("Tell the recipient; try again later.")
        ),
        new(
            ReplyCause.RecipientRestricted,
            Gate.Recipient,
            "The recipient, a group or a mail flow rule does not accept mail from this sender.",
            new Remedy(
                "Ask the owner of the address or group, or the administrator of its organization, to accept this "
                    + "sender.",
                Link: Links.NonDelivery
            )
        ),
        new(
            ReplyCause.SenderAuthentication,
            Gate.Reputation,
            "The domain of the From address failed SPF, DKIM or DMARC.",
            new Remedy(
                "Publish SPF for the domain, sign with DKIM, and send from a domain that passes DMARC.",
                Link: Links.NonDelivery
            )
        ),
        new(
            ReplyCause.Dane,
            Gate.Recipient,
            "The recipient's domain failed DANE validation: its DNS or its certificate is wrong.",
            new Remedy(
                "The recipient's administrator corrects the TLSA records or the certificate. Exchange Online "
                    + "tries again by itself."
            )
        ),
        new(
            ReplyCause.NextHop,
            Gate.Recipient,
            "Exchange Online accepted the message and could not hand it to the next server. What the report "
                + "quotes was said by that server.",
            new Remedy(
                "The administrator of the recipient's server, or of the connector, checks that it can be reached "
                    + "and accepts mail.",
                Link: Links.NonDelivery
            )
        ),
        new(
            ReplyCause.MessageInvalid,
            Gate.Client,
            "The message breaks a rule of the format of mail messages.",
            new Remedy("Let a mail library write the message.", Link: Links.NonDelivery)
        ),
        new(
            ReplyCause.Ehlo,
            Gate.Client,
            "The name that the client gives in EHLO is not a valid host name.",
            new Remedy(
                "Set the client's local domain to a host name such as app.contoso.com: no underscore, no trailing dot."
            )
        ),
        new(
            ReplyCause.ProtocolError,
            Gate.Client,
            "The client sent a command that the server does not know or did not expect at this point.",
            new Remedy("Let a mail library speak SMTP; look for an earlier refusal that the client ignored.")
        ),
    ];
}
