using System.Net;
using System.Text;

namespace M365Smtp.Tests.Decoding;

/// <summary>The places where people find a reply and paste it from.</summary>
static class Placement
{
    const string Hello =
        "220 AM0PR01CA0001.outlook.office365.com Microsoft ESMTP MAIL Service ready at Mon, 23 Nov 2026 08:00:00 +0000";

    public static readonly (string Name, Func<string, string> Of)[] All =
    [
        ("first line", reply => reply + "\nmore of the log"),
        ("indented second line", reply => "Delivery failed:\n    " + reply),
        (
            "after said:",
            reply =>
                "<ann@example.com>: host smtp.office365.com[192.0.2.7]\n    said: "
                + reply
                + "\n    (in reply to end of DATA command)"
        ),
        (
            "Exim",
            reply =>
                "  ann@example.com\n    host mx.example.com [192.0.2.7]\n    SMTP error from remote mail server after RCPT TO:<ann@example.com>:\n    "
                + reply
        ),
        (
            "before a positive reply",
            reply =>
                "S: "
                + reply
                + "\nC: RSET\nS: 250 2.0.0 Resetting\nC: QUIT\nS: 221 2.0.0 Service closing transmission channel"
        ),
        ("after a positive reply", reply => Hello + "\n250 2.1.0 Sender OK\n" + reply),
        (
            "swaks",
            reply =>
                "<-  220 2.0.0 SMTP server ready\n -> MAIL FROM:<a@contoso.com>\n<** "
                + reply
                + "\n -> QUIT\n<-  221 2.0.0 Service closing transmission channel"
        ),
        (
            "curl",
            reply => "< 334 UGFzc3dvcmQ6\n> cA==\n< " + reply + "\n* Closing connection 0\ncurl: (67) Login denied"
        ),
        ("quoted with >", reply => "Hello,\n> This is what I get:\n> " + reply + "\n> Any idea?"),
        ("quoted twice", reply => ">> " + reply + "\n>\n> no idea"),
        ("HTML entities", reply => "<p>" + WebUtility.HtmlEncode(reply).Replace(" ", "&nbsp;") + "</p>"),
        ("HTML markup", reply => "<div><b>Error:</b> <code>" + WebUtility.HtmlEncode(reply) + "</code><br/>sent</div>"),
        ("JSON", reply => "{\"error\":" + Json(reply) + ",\"stream\":\"stdout\"}"),
        ("doubly escaped JSON", reply => "{\"log\":" + Json("{\"msg\":" + Json("Error: " + reply) + "}\n") + "}"),
        ("percent-encoding", reply => "https://example.com/error?message=" + Uri.EscapeDataString(reply)),
        ("form encoding", reply => "message=" + WebUtility.UrlEncode(reply)),
        (
            "UTF-16 without a mark",
            reply => Encoding.Latin1.GetString(Encoding.Unicode.GetBytes("Error:\r\n" + reply + "\r\n"))
        ),
        (
            "UTF-16, big end first, without a mark",
            reply => Encoding.Latin1.GetString(Encoding.BigEndianUnicode.GetBytes("Error:\r\n" + reply + "\r\n"))
        ),
        (
            "UTF-16 read the wrong way round",
            reply => Encoding.BigEndianUnicode.GetString(Encoding.Unicode.GetBytes(reply))
        ),
        ("UTF-8 read as Windows-1252", reply => reply.Replace("'", "â€™")),
        ("typographic apostrophe", reply => reply.Replace("'", "’")),
        (
            "Python",
            reply =>
                reply.Length > 4 && reply[3] == ' '
                    ? $"smtplib.SMTPDataError: ({reply[..3]}, b\"{reply[4..]}\")"
                    : reply
        ),
        (
            "MailKit",
            reply =>
                reply.Length > 4 && reply[3] == ' '
                    ? "MailKit.Security.AuthenticationException: " + reply[..3] + ": " + reply[4..]
                    : reply
        ),
        ("a report of Exchange", reply => "Remote Server returned '" + reply + "'"),
        (
            "a report's header",
            reply => "Action: failed\nDiagnostic-Code: smtp;" + reply + "\nRemote-MTA: dns;mx.example.com"
        ),
        (
            "nodemailer",
            reply =>
                "{ Error: Invalid login: "
                + reply
                + "\n    at SMTPConnection._formatError (/app/node_modules/nodemailer/lib/smtp-connection/index.js:605:19)\n  code: 'EAUTH',\n  response: '"
                + reply
                + "' }"
        ),
        ("quoted-printable", reply => QuotedPrintable(reply)),
        (
            "stack trace",
            reply =>
                "System.Exception: "
                + reply
                + "\n   at Mailer.SendAsync(Mail mail) in C:\\src\\Mailer.cs:line 12\n   at Program.Main()"
        ),
    ];

    static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    static string QuotedPrintable(string text)
    {
        var written = new StringBuilder();
        foreach (var line in text.Replace("=", "=3D").Chunk(72))
            written.Append(line).Append(line.Length == 72 ? "=\r\n" : "");
        return written.ToString();
    }
}
