namespace M365Smtp.Knowledge;

/// <summary>Replies before a sign-in.</summary>
internal static class ConnectReplies
{
    public static readonly ReplyRow[] All =
    [
        new(
            ReplyCause.TlsTooOld,
            ReplyStage.StartTls,
            421,
            "4.7.66",
            "TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2. Visit "
                + "https://aka.ms/smtp_auth_tls",
            "tls 1.0 and 1.1 are not supported",
            RetryAdvice.Never,
            Certainty.Certain,
            "Exchange blog 2659652"
        ),
        new(
            ReplyCause.Transient,
            ReplyStage.Connect,
            421,
            "4.3.2",
            "Service not active {bracket}",
            "service not active",
            RetryAdvice.Yes,
            Certainty.Certain,
            "MailKit #1106"
        )
        {
            Match = MatchOn.PhraseWithCode,
        },
    ];
}
