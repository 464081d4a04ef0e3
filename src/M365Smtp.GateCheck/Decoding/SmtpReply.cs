using M365Smtp.Decoding;

namespace M365Smtp;

/// <summary>Explains what Exchange Online answers: which gate is closed and what opens it for this mailbox
/// only.</summary>
/// <remarks>Goes by the words first and the codes last: 535 5.7.139 alone stands for more than ten causes. A text that
/// is not known stays <see cref="ReplyCause.Unknown"/>.</remarks>
public static class SmtpReply
{
    /// <inheritdoc cref="Explain(string, string?)"/>
    public static ReplyExplanation Explain(string reply) => Explain(reply, null);

    /// <summary>Explains a reply: raw, on one or several lines, or quoted in a log line or a message.</summary>
    /// <param name="reply">The text. Only its first 16,384 characters count.</param>
    /// <param name="mailbox">The mailbox to name in commands; null leaves <c>{mailbox}</c>.</param>
    /// <returns>Always an explanation; never throws for what the text holds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reply"/> is null.</exception>
    public static ReplyExplanation Explain(string reply, string? mailbox) =>
        Explaining.Explain(reply ?? throw new ArgumentNullException(nameof(reply)), mailbox);

    /// <inheritdoc cref="Explain(Exception, string?)"/>
    public static ReplyExplanation Explain(Exception exception) => Explain(exception, null);

    /// <summary>
    /// Explains what was thrown: by System.Net.Mail and the network below, and, told by their shape, by MailKit,
    /// Azure.Identity, MSAL and Microsoft.Graph.
    /// </summary>
    /// <param name="exception">The exception with its inner ones.</param>
    /// <param name="mailbox">The mailbox to name in commands; null leaves <c>{mailbox}</c>.</param>
    /// <returns>
    /// Always an explanation. Failures below SMTP are <see cref="Certainty.Likely"/> at most; they name the gate, and
    /// the cause where the client says enough.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is null.</exception>
    public static ReplyExplanation Explain(Exception exception, string? mailbox) =>
        ExceptionReading.Explain(exception ?? throw new ArgumentNullException(nameof(exception)), mailbox);

    /// <summary>Explains every refusal in a log, each once, in the order of their first occurrence.</summary>
    /// <param name="log">Read to its end, not disposed.</param>
    /// <param name="mailbox">The mailbox to name in commands; null leaves <c>{mailbox}</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="log"/> is null.</exception>
    /// <exception cref="IOException">The log cannot be read.</exception>
    public static IReadOnlyList<LoggedReply> ExplainLog(TextReader log, string? mailbox = null) =>
        LogReading.Explain(log ?? throw new ArgumentNullException(nameof(log)), mailbox);
}
