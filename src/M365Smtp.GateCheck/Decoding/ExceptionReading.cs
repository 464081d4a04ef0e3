using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;

namespace M365Smtp.Decoding;

/// <summary>Reads the exceptions of mail clients, token libraries and Microsoft Graph.</summary>
/// <remarks>
/// Recognizes other libraries' types by name and shape, because this package references none of them.
/// </remarks>
internal static class ExceptionReading
{
    const int MaxDepth = 32;

    static readonly Regex Word = new("^[A-Za-z]{1,64}$", RegexOptions.CultureInvariant);

    public static ReplyExplanation Explain(Exception exception, string? mailbox)
    {
        var chain = Chain(exception).ToList();
        var replies = chain.Select(one => Explaining.Explain(ReplyOf(one), mailbox)).ToList();
        var fault = chain.Select(TransportFault.Explain).FirstOrDefault(one => one is not null);
        return replies
                .OrderByDescending(reply => reply.Certainty)
                .FirstOrDefault(reply => reply.Certainty != Certainty.Unknown && !IsSaidByClient(reply))
            ?? replies.Find(reply => reply.Code is >= 400)
            // The message says more than the exception type, and a certificate more than a port.
            ?? replies.Find(IsSaidByClient)
            ?? fault
            ?? replies.Find(reply => reply.EnhancedCode is not null)
            ?? replies[0];
    }

    static bool IsSaidByClient(ReplyExplanation reply) =>
        reply.Cause != ReplyCause.Unknown && reply.Gate is Gate.Network or Gate.Tls && reply.Reply.Length == 0;

    /// <summary>
    /// System.Net.Mail keeps the code in an enum with misleading names (530 is MustIssueStartTlsFirst). MailKit puts it
    /// into the message of a refused sign-in, and into the status of any other refused command.
    /// </summary>
    static string ReplyOf(Exception exception)
    {
        if (exception is SmtpException { StatusCode: > 0 } smtp)
            return $"{((int)smtp.StatusCode).ToString(CultureInfo.InvariantCulture)} {AfterServerResponse(smtp.Message)}";
        return MailKitStatus(exception) is { } code
            ? $"{code.ToString(CultureInfo.InvariantCulture)} {exception.Message}"
            : ServiceCode(exception) + exception.Message;
    }

    static int? MailKitStatus(Exception exception) =>
        exception.GetType().FullName == "MailKit.Net.Smtp.SmtpCommandException"
        && Property(exception, "StatusCode") is Enum status
            ? Convert.ToInt32(status, CultureInfo.InvariantCulture)
            : null;

    // "Mailbox unavailable. The server response was: 5.7.60 …"; localized messages end that sentence with a colon too.
    static string AfterServerResponse(string message)
    {
        const string marker = "response was: ";
        var at = message.IndexOf(marker, StringComparison.Ordinal);
        return at < 0 ? message : message.Substring(at + marker.Length);
    }

    // ODataError (Microsoft.Graph 5 and later) has Error.Code and ResponseStatusCode; its message contains neither.
    static string ServiceCode(Exception exception)
    {
        var type = exception.GetType().FullName ?? "";
        if (type.StartsWith("Microsoft.Exchange.WebServices.", StringComparison.Ordinal))
            return "EWS: ";
        if (!type.StartsWith("Microsoft.Graph.", StringComparison.Ordinal))
            return "";
        var code = Property(Property(exception, "Error"), "Code") as string;
        var status = StatusWords(Property(exception, "ResponseStatusCode"));
        return $"Graph {(code is not null && Word.IsMatch(code) ? code : "")} {status}: ";
    }

    static string StatusWords(object? status) =>
        status switch
        {
            413 => "413 payload too large",
            429 => "too many requests",
            _ => "",
        };

#if NET
    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(
        "Trimming",
        "IL2075",
        Justification = "If the property was trimmed away, only the message is read."
    )]
#endif
    static object? Property(object? of, string name) => of?.GetType().GetProperty(name)?.GetValue(of);

    internal static IEnumerable<Exception> Chain(Exception exception)
    {
        var waiting = new Queue<Exception>([exception]);
        for (var seen = 0; waiting.Count > 0 && seen < MaxDepth; seen++)
        {
            var next = waiting.Dequeue();
            yield return next;
            if (next is AggregateException many)
                foreach (var inner in many.InnerExceptions)
                    waiting.Enqueue(inner);
            else if (next.InnerException is { } inner)
                waiting.Enqueue(inner);
        }
    }
}
