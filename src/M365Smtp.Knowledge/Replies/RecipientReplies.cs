namespace M365Smtp.Knowledge;

/// <summary>Refusals by the recipient's side, most of them in non-delivery reports. Sources: facts 3c and 3e.</summary>
internal static class RecipientReplies
{
    const string Ndr = "SA ndr/non-delivery-reports-in-exchange-online (2024-03-08)";

    public static readonly ReplyRow[] All =
    [
        Row(
            ReplyCause.RecipientUnknown,
            550,
            "5.4.1",
            "All recipient addresses rejected : Access denied {bracket}",
            "all recipient addresses rejected",
            "smtp-field-manual; SA"
        ),
        Row(
            ReplyCause.RecipientUnknown,
            550,
            "5.1.10",
            "RESOLVER.ADR.RecipientNotFound",
            "resolver.adr.recipientnotfound",
            "SA NDR list"
        ) with
        {
            Match = MatchOn.Phrase,
        },
        Row(ReplyCause.RecipientUnknown, 550, "5.1.10", "Recipient not found", "recipient not found", Ndr),
        Row(
            ReplyCause.RecipientUnknown,
            550,
            "5.1.1",
            "Bad destination mailbox address",
            "bad destination mailbox address",
            Ndr
        ),
        Row(
            ReplyCause.RecipientRestricted,
            550,
            "5.7.133",
            "RESOLVER.RST.SenderNotAuthenticatedForGroup",
            "resolver.rst.sendernotauthenticatedforgroup",
            "smtp-field-manual #99"
        ) with
        {
            Match = MatchOn.Phrase,
        },
        Row(
            ReplyCause.RecipientRestricted,
            550,
            "5.7.124",
            "RESOLVER.RST.RestrictedToGroupPermission",
            "resolver.rst.restrictedtogrouppermission",
            "smtp-field-manual"
        ) with
        {
            Match = MatchOn.Phrase,
        },
        Row(
            ReplyCause.RecipientRestricted,
            0,
            null,
            "RESOLVER.RST.",
            "resolver.rst.",
            "facts 3e: the prefix of the forms above"
        ) with
        {
            Match = MatchOn.Phrase,
            Certainty = Certainty.Likely,
        },
        Row(
            ReplyCause.RecipientRestricted,
            550,
            "5.7.124",
            "Sender not in allowed-senders list",
            "sender not in allowed-senders list",
            Ndr
        ),
        Row(
            ReplyCause.RecipientRestricted,
            550,
            "5.7.133",
            "Sender not authenticated for group",
            "sender not authenticated for group",
            Ndr
        ),
        Row(
            ReplyCause.RecipientRestricted,
            550,
            "5.7.134",
            "Sender was not authenticated for mailbox",
            "sender was not authenticated for mailbox",
            Ndr
        ),
        Row(
            ReplyCause.RecipientRestricted,
            550,
            "5.7.136",
            "Sender was not authenticated",
            "sender was not authenticated",
            Ndr
        ),
        Row(
            ReplyCause.RecipientRestricted,
            550,
            "5.7.1",
            "TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy",
            "transport.rules.rejectmessage",
            "smtp-field-manual #99"
        ) with
        {
            Match = MatchOn.Phrase,
        },
        Row(
            ReplyCause.RecipientRestricted,
            550,
            "5.7.1",
            "Delivery not authorized",
            "delivery not authorized",
            Ndr
        ) with
        {
            Certainty = Certainty.Likely,
        },
        Row(
            ReplyCause.RecipientRate,
            554,
            "5.2.122",
            "The recipient has exceeded their limit for the number of messages they can receive per hour.",
            "the recipient has exceeded their limit",
            "SA NDR list",
            RetryAdvice.Later
        ),
        Row(
            ReplyCause.RecipientRate,
            550,
            "5.2.122",
            "Recipient's per hour message receive limit exceeded",
            "recipient's per hour message receive limit exceeded",
            Ndr,
            RetryAdvice.Later
        ),
        Row(
            ReplyCause.RecipientRate,
            550,
            "5.2.121",
            "Recipient's per hour message receive limit from specific sender exceeded",
            "recipient's per hour message receive limit from specific sender exceeded",
            Ndr,
            RetryAdvice.Later
        ),
        // The source truncates this text.
        Row(
            ReplyCause.RecipientRate,
            0,
            "5.2.121",
            "The sender has exceeded the limit",
            "the sender has exceeded the limit",
            "SA NDR list",
            RetryAdvice.Later
        ),
        Row(
            ReplyCause.RecipientMailboxFull,
            554,
            "5.2.2",
            "mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException",
            "mailbox full; storedrv.deliver",
            "SA",
            RetryAdvice.Later
        ) with
        {
            Match = MatchOn.Phrase,
        },
        Row(
            ReplyCause.Dane,
            450,
            "4.7.323",
            "tlsa-invalid: The domain failed DANE validation",
            "the domain failed dane validation",
            "SA",
            RetryAdvice.Later
        ) with
        {
            Match = MatchOn.Phrase,
        },
        Row(ReplyCause.Dane, 0, "4.7.323", "tlsa-invalid", "tlsa-invalid", "SA", RetryAdvice.Later),
        NextHop(450, "4.4.317", "Cannot connect to remote server", "cannot connect to remote server"),
        NextHop(
            550,
            "5.4.317",
            "Message expired, cannot connect to remote server",
            "message expired, cannot connect to remote server"
        ),
        Row(
            ReplyCause.NextHop,
            550,
            "5.7.367",
            "Remote server returned not permitted to relay",
            "remote server returned not permitted to relay",
            "from memory"
        ) with
        {
            Match = MatchOn.Phrase,
            Certainty = Certainty.Likely,
        },
    ];

    static ReplyRow NextHop(int code, string enhanced, string text, string phrase) =>
        Row(ReplyCause.NextHop, code, enhanced, text, phrase, "message traces", RetryAdvice.Later);

    static ReplyRow Row(
        ReplyCause cause,
        int code,
        string? enhanced,
        string text,
        string phrase,
        string source,
        RetryAdvice retry = RetryAdvice.Never
    ) =>
        new(cause, ReplyStage.Data, code, enhanced, text, phrase, retry, Certainty.Certain, source)
        {
            Match = MatchOn.PhraseWithCode,
        };
}
