using System.Globalization;
using System.Net;
using M365Smtp.Knowledge;

namespace M365Smtp.Simulator;

/// <summary>
/// The reply texts of one session. Refusals come from the table of facts, other replies from logs of
/// smtp.office365.com.
/// </summary>
/// <param name="id">The 16 hex digits in the banner and the brackets.</param>
internal sealed class ReplyTexts(TimeProvider time, ulong id)
{
    const string Frontend = "AM0PR01CA0001";
    const string Backend = "AM0PR01MB0001.eurprd01.prod.outlook.com";

    // Source of the replies below: logs of 2022 to 2026 in email-oauth2-proxy #93, #372, #416 and the Exchange
    // documentation of telnet tests.
    public const string StartTlsReady = "220 2.0.0 SMTP server ready";
    public const string UserNameChallenge = "334 VXNlcm5hbWU6";
    public const string PasswordChallenge = "334 UGFzc3dvcmQ6";
    public const string EmptyChallenge = "334 ";
    public const string SignedIn = "235 2.7.0 Authentication successful";
    public const string SenderOk = "250 2.1.0 Sender OK";
    public const string RecipientOk = "250 2.1.5 Recipient OK";
    public const string StartInput = "354 Start mail input; end with <CRLF>.<CRLF>";
    public const string ChunkOk = "250 2.6.0 CHUNK received OK";
    public const string Reset = "250 2.0.0 Resetting";
    public const string Ok = "250 2.0.0 OK";
    public const string Bye = "221 2.0.0 Service closing transmission channel";
    public const string HelloFirst = "503 5.5.2 Send hello first";
    public const string MailFirst = "503 5.5.2 Need mail command";
    public const string RecipientFirst = "503 5.5.2 Need rcpt command";
    public const string SenderGiven = "503 5.5.2 Sender already specified";
    public const string BadSequence = "503 5.5.1 Bad sequence of commands";
    public const string InvalidArguments = "501 5.5.4 Invalid arguments";
    public const string TooLarge = "552 5.3.4 Message size exceeds fixed maximum message size";

    // Source: facts 3e; the first one is from memory.
    public const string ManyFrom = "550 5.1.20 Multiple From addresses found in message";
    public const string FromUnreadable = "550 5.7.512 Access denied, message must be RFC 5322 section 3.6.2 compliant";

    // Codes from RFC 5321, 4954, 6531, 3030 and 3463; the words are plain and not taken from logs.
    public const string TooManyRecipients = "452 4.5.3 Too many recipients";
    public const string LineTooLong = "500 5.5.2 Line too long";
    public const string InvalidSender = "501 5.1.7 Invalid address";
    public const string InvalidRecipient = "501 5.1.3 Invalid address";
    public const string UnsupportedParameter = "555 5.5.4 Unsupported parameter";
    public const string NotAsciiAddress = "553 5.6.7 Address with other than ASCII characters needs SMTPUTF8";
    public const string Cancelled = "501 5.7.0 Authentication cancelled";
    public const string NotBase64 = "501 5.5.2 Cannot decode response";
    public const string NotVerified = "252 2.5.2 Cannot verify user";
    public const string Help =
        "214 2.0.0 Commands: HELO EHLO STARTTLS AUTH MAIL RCPT DATA BDAT RSET NOOP VRFY HELP QUIT";
    public const string IdleTooLong = "421 4.4.2 Connection timed out";

    string Host => Frontend + ".eurprd01.prod.outlook.com";

    string Bracket => ReplyFormat.Bracket(Host, time.GetUtcNow(), id);

    public string Banner =>
        string.Format(
            CultureInfo.InvariantCulture,
            "220 {0}.outlook.office365.com Microsoft ESMTP MAIL Service ready at {1:ddd, d MMM yyyy HH:mm:ss} "
                + "+0000 [{2:X16}]",
            Frontend,
            time.GetUtcNow().UtcDateTime,
            id
        );

    public static string Helo(IPAddress client) => $"250 {Frontend}.outlook.office365.com Hello [{client}]";

    /// <summary>EHLO as logged on 2025-11-23 and 2026-05-06: STARTTLS before TLS, AUTH after it.</summary>
    public static string Hello(IPAddress client, string? startTlsOrAuth) =>
        string.Join(
            "\r\n",
            new[]
            {
                $"{Frontend}.outlook.office365.com Hello [{client}]",
                $"SIZE {Knowledge.Limits.MessageBytes}",
                "PIPELINING",
                "DSN",
                "ENHANCEDSTATUSCODES",
            }
                .Concat(startTlsOrAuth is null ? [] : [startTlsOrAuth])
                .Concat(["8BITMIME", "BINARYMIME", "CHUNKING"])
                .Select(line => "250-" + line)
        ) + "\r\n250 SMTPUTF8";

    /// <summary>Source: fastapi-mail #205.</summary>
    public string InvalidDomain => $"501 5.5.4 Invalid domain name {Bracket}";

    public string Accepted(string messageId) => $"250 2.0.0 OK <{messageId}@{Backend}> [Hostname={Backend}]";

    public string Unrecognized(string verb) => $"500 5.3.3 Unrecognized command '{verb}' {Bracket}";

    /// <summary>The verbatim refusal for a cause.</summary>
    public string Refusal(ReplyCause cause, string? login = null, string? from = null) =>
        Row(
            Replies.Verbatim(cause)
                ?? throw new ArgumentOutOfRangeException(nameof(cause), cause, "No source shows what the server says."),
            login,
            from
        );

    public string Row(ReplyRow row, string? login, string? from) => ReplyFormat.Line(row, Host, Bracket, login, from);

    /// <summary>The reply to a client that sends MAIL FROM without having signed in.</summary>
    public string NotAuthenticated(string? refusedSignIn) =>
        refusedSignIn is null ? Refusal(ReplyCause.NotAuthenticated) : ReplyFormat.Composite(refusedSignIn);
}
