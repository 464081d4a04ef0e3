namespace M365Smtp.Knowledge;

/// <summary>Replies to MAIL FROM and RCPT TO.</summary>
internal static class EnvelopeReplies
{
    public static readonly ReplyRow[] All =
    [
        new(
            ReplyCause.NotAuthenticated,
            ReplyStage.MailFrom,
            530,
            "5.7.57",
            "Client not authenticated to send mail. {bracket}",
            "client not authenticated to send mail",
            RetryAdvice.Never,
            Certainty.Certain,
            "oauth2ms #5"
        )
        {
            Match = MatchOn.Whole,
        },
        new(
            ReplyCause.NotAuthenticated,
            ReplyStage.MailFrom,
            530,
            "5.7.57",
            "SMTP; Client was not authenticated to send anonymous mail during MAIL FROM {bracket}",
            "client was not authenticated to send anonymous mail",
            RetryAdvice.Never,
            Certainty.Certain,
            "SA fix-error-code-5-7-57"
        ),
        new(
            ReplyCause.NoTls,
            ReplyStage.MailFrom,
            451,
            "5.7.3",
            "STARTTLS is required to send mail",
            "starttls is required to send mail",
            RetryAdvice.Never,
            Certainty.Certain,
            "public log; facts 1d"
        ),
        // Postfix uses the same words with 5.7.1 for a different reason.
        new(
            ReplyCause.RecipientUnknown,
            ReplyStage.Rcpt,
            550,
            "5.4.1",
            "Recipient address rejected: Access denied {bracket}",
            "recipient address rejected: access denied",
            RetryAdvice.Never,
            Certainty.Certain,
            "SA ndr/fix-error-code-550-5-4-1 (2026-10-02)"
        )
        {
            Match = MatchOn.PhraseWithCode,
        },
        new(
            ReplyCause.RecipientMxWrong,
            ReplyStage.Rcpt,
            0,
            "5.4.1",
            "Relay Access Denied",
            "relay access denied",
            RetryAdvice.Never,
            Certainty.Certain,
            "SA NDR list"
        )
        {
            Match = MatchOn.PhraseWithCode,
        },
        new(
            ReplyCause.RelayDenied,
            ReplyStage.Rcpt,
            550,
            "5.7.64",
            "TenantAttribution; Relay Access Denied",
            "tenantattribution; relay access denied",
            RetryAdvice.Never,
            Certainty.Certain,
            "SA"
        ),
        new(
            ReplyCause.DirectSendBlocked,
            ReplyStage.Rcpt,
            550,
            "5.7.68",
            "TenantInboundAttribution; Direct Send not allowed for this organization from unauthorized sources",
            "direct send not allowed for this organization",
            RetryAdvice.Never,
            Certainty.Certain,
            "PS Set-OrganizationConfig; public log"
        ),
        // Other servers use these words too, and also accept mail only for their own domains.
        Relay(
            "Unable to relay recipient in non-accepted domain",
            "unable to relay recipient in non-accepted domain"
        ) with
        {
            Match = MatchOn.Phrase,
        },
        Relay("Unable to relay", "unable to relay"),
        new(
            ReplyCause.NotAuthenticated,
            ReplyStage.MailFrom,
            550,
            "5.7.1",
            "Client was not authenticated",
            "client was not authenticated",
            RetryAdvice.Never,
            Certainty.Likely,
            "SA NDR list"
        )
        {
            Match = MatchOn.PhraseWithCode,
        },
    ];

    static ReplyRow Relay(string text, string phrase) =>
        new(
            ReplyCause.RelayDenied,
            ReplyStage.Rcpt,
            550,
            "5.7.1",
            text,
            phrase,
            RetryAdvice.Never,
            Certainty.Likely,
            "SA NDR list"
        )
        {
            Match = MatchOn.PhraseWithCode,
        };
}
