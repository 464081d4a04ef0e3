namespace M365Smtp.Knowledge;

/// <summary>Replies to the message itself: sender rights and limits.</summary>
internal static class DataReplies
{
    public static readonly ReplyRow[] All =
    [
        new(
            ReplyCause.SendAs,
            ReplyStage.Data,
            554,
            "5.2.252",
            "SendAsDenied; {login} not allowed to send as {from}; "
                + "STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process "
                + "message due to a permanent exception with message [BeginDiagnosticData]Cannot submit message.",
            "sendasdenied",
            RetryAdvice.Never,
            Certainty.Certain,
            "gophish #2900, #2670; rss2email #147; OfficeDocs-Support #1187"
        ),
        new(
            ReplyCause.SendAs,
            ReplyStage.Data,
            554,
            "5.2.0",
            "STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied;",
            "sendasdeniedexception",
            RetryAdvice.Never,
            Certainty.Certain,
            "facts 3c, the older form"
        ),
        new(
            ReplyCause.SendAs,
            ReplyStage.Data,
            550,
            "5.7.60",
            "SMTP; Client does not have permissions to send as this sender {bracket}",
            "client does not have permissions to send as this sender",
            RetryAdvice.Never,
            Certainty.Certain,
            "SA; swiftmailer #1030, #1258; MimeKit #647"
        ),
        new(
            ReplyCause.Concurrency,
            ReplyStage.Data,
            432,
            "4.3.2",
            "Concurrent connections limit exceeded. {bracket}",
            "concurrent connections limit exceeded",
            RetryAdvice.Later,
            Certainty.Certain,
            "SA (2025-06-21); Exchange blog 607825"
        )
        {
            Match = MatchOn.PhraseWithCode,
        },
        new(
            ReplyCause.Concurrency,
            ReplyStage.Data,
            432,
            "4.3.2",
            "STOREDRV.ClientSubmit; sender thread limit exceeded [Hostname={host}]",
            "storedrv.clientsubmit; sender thread limit exceeded",
            RetryAdvice.Later,
            Certainty.Certain,
            "Appian KB-1981"
        ),
        new(
            ReplyCause.RecipientConcurrency,
            ReplyStage.Data,
            432,
            "4.3.2",
            "STOREDRV.Deliver; recipient thread limit exceeded",
            "storedrv.deliver; recipient thread limit exceeded",
            RetryAdvice.Later,
            Certainty.Certain,
            "SA NDR list"
        ),
        new(
            ReplyCause.DailyQuota,
            ReplyStage.Data,
            554,
            "5.2.0",
            "STOREDRV.Submission.Exception:SubmissionQuotaExceededException",
            "submissionquotaexceededexception",
            RetryAdvice.Later,
            Certainty.Certain,
            "SA"
        ),
        new(
            ReplyCause.DailyQuota,
            ReplyStage.Data,
            0,
            "5.2.2",
            "Submission quota exceeded",
            "submission quota exceeded",
            RetryAdvice.Later,
            Certainty.Certain,
            "SA NDR list"
        )
        {
            Match = MatchOn.PhraseWithCode,
        },
        new(
            ReplyCause.DailyQuota,
            ReplyStage.Data,
            0,
            null,
            "The message can't be submitted because the sender's submission quota was exceeded.",
            "the sender's submission quota was exceeded",
            RetryAdvice.Later,
            Certainty.Certain,
            "SA fix-error-for-submission-quota"
        ),
        new(
            ReplyCause.DailyQuota,
            ReplyStage.Data,
            0,
            "5.1.90",
            "Your message can't be sent because you've reached your daily limit for message recipients",
            "you've reached your daily limit for message recipients",
            RetryAdvice.Later,
            Certainty.Certain,
            "SA NDR list"
        ),
        new(
            ReplyCause.SenderMailboxFull,
            ReplyStage.Data,
            554,
            "5.2.2",
            "mailbox full; STOREDRV.Submission.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded",
            "mailbox full; storedrv.submission",
            RetryAdvice.Never,
            Certainty.Certain,
            "SA; PS Set-Mailbox"
        ),
        new(
            ReplyCause.TenantQuota,
            ReplyStage.Data,
            550,
            "5.7.233",
            "Your message can't be sent because your tenant exceeded its daily limit for sending email to "
                + "external recipients (tenant external recipient rate limit).",
            "tenant external recipient rate limit",
            RetryAdvice.Later,
            Certainty.Certain,
            "DEF; learn Q&A 5835651"
        )
        {
            Match = MatchOn.PhraseOrCode,
        },
        // The source truncates the next two texts.
        new(
            ReplyCause.TenantQuota,
            ReplyStage.Data,
            550,
            "5.7.232",
            "Your message can't be sent because your trial tenant has exceeded its daily limit",
            "your trial tenant has exceeded its daily limit",
            RetryAdvice.Later,
            Certainty.Certain,
            "NDR page 2026-10-02, quoted"
        )
        {
            Match = MatchOn.PhraseOrCode,
        },
        new(
            ReplyCause.TenantQuota,
            ReplyStage.Data,
            550,
            "5.7.236",
            "exceeded its daily limit for sending email to external recipients from your tenant's onmicrosoft.com "
                + "domains",
            "external recipients from your tenant's onmicrosoft.com domains",
            RetryAdvice.Later,
            Certainty.Certain,
            "NDR page 2026-10-02, quoted"
        )
        {
            Match = MatchOn.PhraseOrCode,
        },
        new(
            ReplyCause.ConsumerVerify,
            ReplyStage.Data,
            554,
            "5.2.0",
            "STOREDRV.Submission.Exception:OutboundSpamException",
            "outboundspamexception",
            RetryAdvice.Never,
            Certainty.Certain,
            "nodejs-nodemailer-outlook #11; nodemailer #1486"
        ),
        new(
            ReplyCause.ConsumerVerify,
            ReplyStage.Data,
            550,
            "5.3.4",
            "Requested action not taken; To continue sending messages, please sign in to your account.",
            "to continue sending messages, please sign in to your account",
            RetryAdvice.Never,
            Certainty.Certain,
            "smtp-connection #37"
        ),
    ];
}
