namespace M365Smtp.Knowledge;

/// <summary>Transient faults. Source: facts 3c and 3e.</summary>
internal static class TransientReplies
{
    const string FieldManual = "smtp-field-manual #97";

    public static readonly ReplyRow[] All =
    [
        Temporary(
            "4.3.111",
            "Temporary server error. Please try again later MRH1 [Hostname={host}]",
            "seq-app-htmlemail #101"
        ),
        Temporary("4.3.2", "Temporary server error. Please try again later ATTR17 {bracket}", FieldManual),
        Temporary("4.4.3", "Temporary server error. Please try again later ATTR18 {bracket}", FieldManual),
        new(
            ReplyCause.Transient,
            ReplyStage.Data,
            421,
            "4.3.2",
            "The maximum number of concurrent server connections has exceeded a limit, closing transmission "
                + "channel. PRX8 {bracket}",
            "the maximum number of concurrent server connections has exceeded a limit",
            RetryAdvice.Later,
            Certainty.Certain,
            FieldManual
        ),
        new(
            ReplyCause.Transient,
            ReplyStage.Data,
            421,
            "4.3.2",
            "The maximum number of concurrent connections per resource forest has exceeded a limit, closing "
                + "transmission channel.",
            "the maximum number of concurrent connections per resource forest has exceeded a limit",
            RetryAdvice.Later,
            Certainty.Certain,
            FieldManual
        ),
        new(
            ReplyCause.Transient,
            ReplyStage.Data,
            421,
            "4.4.2",
            "Connection timed out",
            "connection timed out",
            RetryAdvice.Yes,
            Certainty.Likely,
            "RFC 3463; the simulator"
        )
        {
            Match = MatchOn.PhraseWithCode,
        },
        new(
            ReplyCause.Transient,
            ReplyStage.Data,
            452,
            "4.3.1",
            "Insufficient system resources",
            "insufficient system resources",
            RetryAdvice.Later,
            Certainty.Likely,
            FieldManual
        )
        {
            Match = MatchOn.PhraseWithCode,
        },
    ];

    static ReplyRow Temporary(string enhanced, string text, string source) =>
        new(
            ReplyCause.Transient,
            ReplyStage.Data,
            451,
            enhanced,
            text,
            "temporary server error. please try again later",
            RetryAdvice.Yes,
            Certainty.Certain,
            source
        )
        {
            Match = MatchOn.PhraseWithCode,
        };
}
