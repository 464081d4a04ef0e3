using System.Globalization;

namespace M365Smtp.Probe;

/// <summary>Sends one small message: only its final reply shows whether the mailbox may send as that address.</summary>
internal static class SendTest
{
    public static async Task<ServerReply> RunAsync(
        SmtpSession session,
        GateCheckOptions options,
        CancellationToken cancellation
    )
    {
        var (from, to) = (options.SendTestFrom!, options.SendTestTo ?? options.Mailbox!);
        string[] commands =
        [
            $"MAIL FROM:<{from}>",
            $"RCPT TO:<{to}>",
            "DATA",
            Message(from, to, options.TimeProvider.GetUtcNow()) + "\r\n.",
        ];
        ServerReply? reply = null;
        foreach (var command in commands)
        {
            reply = await session.CommandAsync(command, cancellation).ConfigureAwait(false);
            if (!reply.IsPositive)
                break;
        }
        return reply!;
    }

    static string Message(string from, string to, DateTimeOffset now) =>
        string.Join(
            "\r\n",
            $"From: <{from}>",
            $"To: <{to}>",
            "Subject: Gate check",
            "Date: " + now.ToString("r", CultureInfo.InvariantCulture).Replace("GMT", "+0000"),
            $"Message-ID: <{Guid.NewGuid():N}@{from.Substring(from.IndexOf('@') + 1)}>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=us-ascii",
            "",
            "This message shows that the gate check may send mail with this From address."
        );
}
