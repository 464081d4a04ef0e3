namespace M365Smtp.Knowledge;

/// <summary>Size and number limits, and the throttling after repeated errors. Sources: facts 3c, 3e and 4.</summary>
internal static class LimitReplies
{
    const string Throttling = "learn mail-flow-best-practices/continuous-error-throttling-smtp-auth-submissions";

    public static readonly ReplyRow[] All =
    [
        // SendAsDenied uses this code too, and it was seen with other words: only the phrase is reliable.
        Throttled("5.2.251", "mailbox full", "the mailbox is full"),
        Throttled("5.2.252", "send as denied", "it sends as an address it may not send as"),
        Throttled("5.2.253", "invalid license", "it has no valid license"),
        Throttled("5.2.254", "too many recipients", "its messages have too many recipients"),
        Throttled("5.2.255", "invalid recipients", "it sends to recipients that do not exist"),
        new(
            ReplyCause.ErrorThrottled,
            ReplyStage.Data,
            0,
            null,
            "Sender throttled due to continuous",
            "sender throttled due to continuous",
            RetryAdvice.Never,
            Certainty.Certain,
            Throttling
        ),
        Size(
            552,
            "5.3.4",
            "Message size exceeds fixed maximum message size",
            "message size exceeds fixed maximum message size",
            MatchOn.Phrase
        ),
        Size(552, "5.3.4", "Error: message file too big", "message file too big", MatchOn.PhraseWithCode),
        Size(
            552,
            "5.3.4",
            "Header size exceeds fixed maximum size",
            "header size exceeds fixed maximum size",
            MatchOn.Phrase
        ),
        Size(
            554,
            "5.2.0",
            "STOREDRV.Submission.Exception:MessageSubmissionExceededException.MapiExceptionMaxSubmissionExceeded",
            "messagesubmissionexceededexception",
            MatchOn.Phrase
        ),
        Size(0, null, "RESOLVER.RST.SendSizeLimit", "resolver.rst.sendsizelimit", MatchOn.Phrase),
        Size(0, null, "RESOLVER.RST.RecipSizeLimit", "resolver.rst.recipsizelimit", MatchOn.Phrase),
        TooMany(452, "4.5.3", "Too many recipients", "too many recipients", MatchOn.PhraseWithCode),
        TooMany(
            550,
            "5.5.3",
            "RESOLVER.ADR.RecipLimit; too many recipients",
            "resolver.adr.reciplimit",
            MatchOn.Phrase
        ),
        TooMany(550, "5.5.3", "Too many recipients", "too many recipients", MatchOn.PhraseWithCode),
    ];

    static ReplyRow Throttled(string enhanced, string errors, string meaning) =>
        new(
            ReplyCause.ErrorThrottled,
            ReplyStage.Data,
            550,
            enhanced,
            $"Sender throttled due to continuous {errors} errors.",
            $"sender throttled due to continuous {errors} errors",
            RetryAdvice.Never,
            Certainty.Certain,
            Throttling
        )
        {
            Meaning =
                "The mailbox is blocked for SMTP AUTH, for every program that uses it, because of a repeated "
                + $"error: {meaning}.",
        };

    static ReplyRow Size(int code, string? enhanced, string text, string phrase, MatchOn match) =>
        new(
            ReplyCause.SizeLimit,
            ReplyStage.Data,
            code,
            enhanced,
            text,
            phrase,
            RetryAdvice.Never,
            Certainty.Certain,
            "pm2-health #52; freescout #4976; MailKit #904; SA NDR list"
        )
        {
            Match = match,
        };

    static ReplyRow TooMany(int code, string enhanced, string text, string phrase, MatchOn match) =>
        new(
            ReplyCause.TooManyRecipients,
            ReplyStage.Rcpt,
            code,
            enhanced,
            text,
            phrase,
            RetryAdvice.Never,
            Certainty.Certain,
            "SA NDR list; smtp-field-manual"
        )
        {
            Match = match,
        };
}
