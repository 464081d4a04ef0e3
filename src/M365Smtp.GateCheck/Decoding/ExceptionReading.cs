using System.Globalization;
using System.Net.Mail;

namespace M365Smtp.Decoding;

/// <summary>Reads what mail clients throw. MailKit's types are told by name: this package does not reference it.</summary>
internal static class ExceptionReading
{
    const int MaxDepth = 32;

    public static ReplyExplanation Explain(Exception exception, string? mailbox)
    {
        var chain = Chain(exception).ToList();
        var replies = chain.Select(one => Explaining.Explain(ReplyOf(one), mailbox)).ToList();
        return replies.OrderByDescending(reply => reply.Certainty).FirstOrDefault(reply => reply.Cause != ReplyCause.Unknown)
            ?? replies.Find(reply => reply.Code is >= 400)
            ?? chain.Select(TransportFault.Explain).FirstOrDefault(fault => fault is not null)
            ?? replies.Find(reply => reply.EnhancedCode is not null)
            ?? replies[0];
    }

    /// <summary>System.Net.Mail keeps the code in an enum with misleading names (530 is MustIssueStartTlsFirst); MailKit writes it into the message.</summary>
    static string ReplyOf(Exception exception) => exception is SmtpException { StatusCode: > 0 } smtp
        ? ((int)smtp.StatusCode).ToString(CultureInfo.InvariantCulture) + " " + AfterServerResponse(smtp.Message)
        : exception.Message;

    // "Mailbox unavailable. The server response was: 5.7.60 …"; other languages end the sentence with a colon too.
    static string AfterServerResponse(string message)
    {
        const string marker = "response was: ";
        var at = message.IndexOf(marker, StringComparison.Ordinal);
        return at < 0 ? message : message.Substring(at + marker.Length);
    }

    internal static IEnumerable<Exception> Chain(Exception exception)
    {
        var waiting = new Queue<Exception>([exception]);
        for (var seen = 0; waiting.Count > 0 && seen < MaxDepth; seen++)
        {
            var next = waiting.Dequeue();
            yield return next;
            if (next is AggregateException many)
                foreach (var inner in many.InnerExceptions) waiting.Enqueue(inner);
            else if (next.InnerException is { } inner) waiting.Enqueue(inner);
        }
    }
}
