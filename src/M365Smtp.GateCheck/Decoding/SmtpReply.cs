using M365Smtp.Decoding;

namespace M365Smtp;

/// <summary>
/// Explains a reply from Exchange Online: which gate is closed and how to open it for this mailbox only.
/// </summary>
/// <remarks>
/// Matches by words first and by codes last, because 535 5.7.139 alone has more than ten causes. An unrecognized text
/// is <see cref="ReplyCause.Unknown"/>.
/// </remarks>
public static class SmtpReply
{
    /// <inheritdoc cref="Explain(string, string?)"/>
    public static ReplyExplanation Explain(string reply) => Explain(reply, null);

    /// <summary>Explains a reply: raw, on one or more lines, or quoted in a log line or a message.</summary>
    /// <param name="reply">The text. Only the first 16,384 characters are read.</param>
    /// <param name="mailbox">The mailbox to name in commands; null keeps the <c>{mailbox}</c> placeholder.</param>
    /// <returns>Always an explanation; no text makes it throw.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reply"/> is null.</exception>
    public static ReplyExplanation Explain(string reply, string? mailbox) =>
        Explaining.Explain(reply ?? throw new ArgumentNullException(nameof(reply)), mailbox);

    /// <inheritdoc cref="Explain(Exception, string?)"/>
    public static ReplyExplanation Explain(Exception exception) => Explain(exception, null);

    /// <summary>
    /// Explains an exception from System.Net.Mail or the network, or one recognized by its shape from MailKit,
    /// Azure.Identity, MSAL or Microsoft.Graph.
    /// </summary>
    /// <param name="exception">The exception, including its inner exceptions.</param>
    /// <param name="mailbox">The mailbox to name in commands; null keeps the <c>{mailbox}</c> placeholder.</param>
    /// <returns>
    /// Always an explanation. Failures below SMTP are at most <see cref="Certainty.Likely"/>; they name the gate, and
    /// the cause if the client's error is specific enough.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is null.</exception>
    public static ReplyExplanation Explain(Exception exception, string? mailbox) =>
        ExceptionReading.Explain(exception ?? throw new ArgumentNullException(nameof(exception)), mailbox);

    /// <summary>Explains every refusal in a log once, in order of first occurrence.</summary>
    /// <param name="log">Read to the end, not disposed.</param>
    /// <param name="mailbox">The mailbox to name in commands; null keeps the <c>{mailbox}</c> placeholder.</param>
    /// <exception cref="ArgumentNullException"><paramref name="log"/> is null.</exception>
    /// <exception cref="IOException">The log cannot be read.</exception>
    public static IReadOnlyList<LoggedReply> ExplainLog(TextReader log, string? mailbox = null) =>
        LogReading.Explain(log ?? throw new ArgumentNullException(nameof(log)), mailbox);
}
