namespace M365Smtp.Knowledge;

/// <summary>
/// Replies to a client that violates the SMTP protocol. Sources: facts 3c and 3e; the simulator's texts.
/// </summary>
internal static class ProtocolReplies
{
    const string Telnet = "logs of email-oauth2-proxy #93, #372, #416; RFC 5321";

    public static readonly ReplyRow[] All =
    [
        new(
            ReplyCause.Ehlo,
            ReplyStage.StartTls,
            501,
            "5.5.4",
            "Invalid domain name {bracket}",
            "invalid domain name",
            RetryAdvice.Never,
            Certainty.Certain,
            "fastapi-mail #205"
        )
        {
            Match = MatchOn.PhraseWithCode,
        },
        Order("5.5.2", "Send hello first"),
        Order("5.5.2", "Need mail command"),
        Order("5.5.2", "Need rcpt command"),
        Order("5.5.2", "Sender already specified"),
        Order("5.5.1", "Bad sequence of commands"),
        Wrong(501, "5.5.4", "Invalid arguments"),
        Wrong(500, "5.3.3", "Unrecognized command"),
        Wrong(500, "5.5.2", "Line too long"),
        Wrong(501, "5.1.7", "Invalid address"),
        Wrong(501, "5.1.3", "Invalid address"),
        Wrong(501, "5.7.0", "Authentication cancelled"),
        Wrong(501, "5.5.2", "Cannot decode response"),
        Wrong(553, "5.6.7", "Address with other than ASCII characters needs SMTPUTF8"),
        Wrong(555, "5.5.4", "Unsupported parameter"),
        Form(
            "5.7.512",
            "Access denied, message must be RFC 5322 section 3.6.2 compliant",
            "message must be rfc 5322 section 3.6.2 compliant",
            "SA NDR list",
            new Remedy("Write one valid address into From.")
        ),
        Form(
            "5.6.11",
            "Invalid characters",
            "invalid characters",
            "SA NDR list",
            new Remedy("End every line of the message with CR LF; a lone LF is refused.")
        ) with
        {
            Match = MatchOn.PhraseWithCode,
        },
        Form(
            "5.1.20",
            "Multiple From addresses found in message",
            "multiple from addresses found in message",
            "from memory",
            new Remedy("Write one address into From.")
        ) with
        {
            Certainty = Certainty.Likely,
        },
    ];

    static ReplyRow Order(string enhanced, string text) => Wrong(503, enhanced, text);

    // Every SMTP server uses these words, with the same meaning.
    static ReplyRow Wrong(int code, string enhanced, string text) =>
        new(
            ReplyCause.ProtocolError,
            ReplyStage.MailFrom,
            code,
            enhanced,
            text,
            text.ToLowerInvariant(),
            RetryAdvice.Never,
            Certainty.Likely,
            Telnet
        )
        {
            Match = MatchOn.PhraseWithCode,
        };

    static ReplyRow Form(string enhanced, string text, string phrase, string source, Remedy remedy) =>
        new(
            ReplyCause.MessageInvalid,
            ReplyStage.Data,
            550,
            enhanced,
            text,
            phrase,
            RetryAdvice.Never,
            Certainty.Certain,
            source
        )
        {
            Remedy = remedy,
        };
}
