namespace M365Smtp.Knowledge;

/// <summary>Replies of High Volume Email. The wording of most is unknown, so they are recognized by code.</summary>
internal static class HighVolumeReplies
{
    const string Learn = "MS Learn oauth-high-volume-mails, quoted in a public log";

    public static readonly ReplyRow[] All =
    [
        Coded(ReplyCause.HveInvalidArgument, 501, "5.5.121") with
        {
            LastDetail = 126,
        },
        Coded(ReplyCause.HveTokenExpiring, 535, "5.7.142"),
        Coded(ReplyCause.HveTokenExpired, 535, "5.7.143"),
        Coded(ReplyCause.HvePermission, 535, "5.7.144"),
        Coded(ReplyCause.HveAppNotAllowed, 550, "5.7.240"),
        new(
            ReplyCause.HveExternal,
            ReplyStage.Rcpt,
            550,
            "5.5.105",
            "External sending is not supported for High Volume Email accounts",
            "external sending is not supported for high volume email accounts",
            RetryAdvice.Never,
            Certainty.Likely,
            "tiagoscarvalho.com (2026)"
        ),
    ];

    static ReplyRow Coded(ReplyCause cause, int code, string enhanced) =>
        new(cause, ReplyStage.Auth, code, enhanced, "", "", RetryAdvice.Never, Certainty.Likely, Learn)
        {
            Match = MatchOn.PhraseOrCode,
        };
}
