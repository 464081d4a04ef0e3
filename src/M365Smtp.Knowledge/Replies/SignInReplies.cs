namespace M365Smtp.Knowledge;

/// <summary>Replies to AUTH that do not depend on a password.</summary>
internal static class SignInReplies
{
    public static readonly ReplyRow[] All =
    [
        // Likely: documented for OAuth, but older logs show this reply for passwords too.
        new(
            ReplyCause.AuthGeneric,
            ReplyStage.Auth,
            535,
            "5.7.3",
            "Authentication unsuccessful {bracket}",
            "authentication unsuccessful",
            RetryAdvice.Never,
            Certainty.Likely,
            "DEV how-to-authenticate; MailKit #700, #1712, #1770"
        )
        {
            Match = MatchOn.WholeWithCode,
        },
        new(
            ReplyCause.WrongMechanism,
            ReplyStage.Auth,
            504,
            "5.7.4",
            "Unrecognized authentication type {bracket}",
            "unrecognized authentication type",
            RetryAdvice.Never,
            Certainty.Certain,
            "mikel/mail #1357; sensu #66; mgob #52"
        )
        {
            Match = MatchOn.PhraseWithCode,
        },
        // The log does not show the enhanced code.
        new(
            ReplyCause.NoMailbox,
            ReplyStage.Auth,
            550,
            null,
            "Mailbox cannot be accessed {bracket}",
            "mailbox cannot be accessed",
            RetryAdvice.Never,
            Certainty.Likely,
            "nodemailer #949"
        ),
        new(
            ReplyCause.TransientOrMalformed,
            ReplyStage.Auth,
            451,
            "4.7.0",
            "Temporary server error. Please try again later. PRX4 {bracket}",
            "temporary server error. please try again later",
            RetryAdvice.Later,
            Certainty.Likely,
            "MailKit #566; oauth2ms #5; sasl-xoauth2 #69"
        )
        {
            Match = MatchOn.PhraseWithCode,
        },
    ];
}
