using M365Smtp.Knowledge;

namespace M365Smtp.Tests.Decoding;

/// <summary>A secret next to a reply is never repeated.</summary>
public class SecretTests
{
    const string Bracket = "[AM0PR01CA0001.eurprd01.prod.outlook.com 2026-11-23T08:00:00.000Z 08DEB430F51D1974]";

    static readonly string[] Secrets =
    [
        "hunter",
        "Hunter2x",
        "P@ssw0rd!",
        "korrekt-Pferd-Batterie-Klammer",
        "YWxlcnRzQGNvbnRvc28uY29t",
        "AGFsZXJ0cwBIdW50ZXIyeA==",
        "eyJ0eXAiOiJKV1QiLCJub25jZSI6IkF.eyJhdWQiOiJodHRwczovL291dGxvb2s.c2lnbmF0dXJlX2hlcmU",
        "Ab~8Q~pQvZ3tSecretValue.-_xyz0123456789",
        "a1b2c3d4-e5f6-7890-abcd-ef1234567890",
        "Tr0ub4dor&3",
        "correcthorsebatterystaple",
        "p455w0rd",
        "12345678",
        "QWERTYUIOPASDF",
    ];

    static readonly string[] Markers =
    [
        "password=",
        "Password: ",
        "pwd=",
        "\"password\":\"",
        "'pass': '",
        "AUTH PLAIN ",
        "AUTH LOGIN ",
        "Authorization: Bearer ",
        "client_secret=",
        "Host=smtp.office365.com;Port=465;User=app;Password=",
        "user alerts@contoso.com password ",
        "token ",
        "C: ",
        "pass ",
        "secret is ",
    ];

    static readonly (string Name, Func<string, string, string> Of)[] Places =
    [
        ("before the reply", (reply, secret) => secret + " " + reply),
        ("behind the reply", (reply, secret) => reply + " " + secret),
        ("behind its bracket", (reply, secret) => reply + " " + Bracket + " " + secret),
        ("before its bracket", (reply, secret) => reply + " " + secret + " " + Bracket),
        ("before a later bracket", (reply, secret) => reply + " " + Bracket + " " + secret + " ]"),
        ("in a bracket", (reply, secret) => reply + " [" + secret + "]"),
        ("in a bracket with a host", (reply, secret) => reply + " [host.contoso.com " + secret + "]"),
        ("in place of the host", (reply, secret) => reply + " [Hostname=" + secret + "]"),
        ("on the next line", (reply, secret) => reply + "\n" + secret),
        ("on the next line, indented", (reply, secret) => reply + "\n    " + secret),
        ("on the line above", (reply, secret) => secret + "\n" + reply),
        (
            "in JSON",
            (reply, secret) => "{\"error\":\"" + reply + "\",\"context\":\"" + secret.Replace("\"", "\\\"") + "\"}"
        ),
        (
            "in JSON before it",
            (reply, secret) => "{\"context\":\"" + secret.Replace("\"", "\\\"") + "\",\"error\":\"" + reply + "\"}"
        ),
        ("in a tuple of Python", (reply, secret) => "(" + reply[..3] + ", b'" + reply[4..] + "', '" + secret + "')"),
        ("in braces", (reply, secret) => reply + " {" + secret + "}"),
        ("behind a comma", (reply, secret) => reply + ", " + secret),
        ("behind a semicolon", (reply, secret) => reply + "; " + secret),
        ("between a version and the reply", (reply, secret) => "MailKit 4.18.2 " + secret + "\n" + reply),
        ("in a transcript", (reply, secret) => "S: 334 UGFzc3dvcmQ6\nC: " + secret + "\nS: " + reply),
        (
            "between the lines of a reply",
            (reply, secret) => "S: " + reply[..3] + "-" + reply[4..] + "\nC: " + secret + "\nS: " + reply
        ),
        ("in swaks", (reply, secret) => " ~> " + secret + "\n<~* " + reply + "\n ~> " + secret),
        ("in an address", (reply, secret) => reply + " <" + secret + "@contoso.com>"),
        ("in HTML", (reply, secret) => "<td>" + reply + "</td><td>" + secret + "</td>"),
        ("percent-encoded", (reply, secret) => "?m=" + Uri.EscapeDataString(reply + " " + secret)),
        (
            "as a mailbox of SendAsDenied",
            (_, secret) =>
                "554 5.2.252 SendAsDenied; "
                + secret
                + " not allowed to send as "
                + secret
                + "; STOREDRV.Submission.Exception:SendAsDeniedException"
        ),
        (
            "inside another report",
            (_, secret) =>
                "450 4.4.317 Cannot connect to remote server [Message="
                + secret
                + "] [LastAttemptedServerName="
                + secret
                + "]"
        ),
        ("behind a number alone", (_, secret) => "MailKit 4.18.2 " + secret),
        ("behind a number alone, after a colon", (_, secret) => "MailKit: 4.18.2 " + secret),
        ("behind a code of Entra", (_, secret) => "AADSTS7000215: Invalid client secret provided: " + secret),
        (
            "behind a complaint of a client",
            (_, secret) => "SSL routines:ssl3_get_record:wrong version number " + secret
        ),
        ("without a reply", (_, secret) => secret),
    ];

    // Known, known by code, known with addresses, and unknown.
    static readonly string[] Replies =
    [
        "535 5.7.139 Authentication unsuccessful, account locked.",
        "535 5.7.3 Authentication unsuccessful",
        "535 5.7.144 Invalid API permissions.",
        "550 5.7.606 Access denied, banned sending IP [192.0.2.10]",
        "530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.139 Authentication unsuccessful, account locked.",
        "550 5.9.9 Nobody knows why",
        "535 5.7.8 Authentication credentials invalid",
        "454 Temporary failure",
        "250 2.0.0 OK",
        "550 5.7.60 SmtpClientAuthentication is disabled for the Tenant",
    ];

    public static TheoryData<string> Names => [.. Places.Select(place => place.Name)];

    static IEnumerable<(string Secret, string Text)> Texts(string place)
    {
        var of = Places.Single(each => each.Name == place).Of;
        var all =
            from secret in Secrets
            from marker in Markers.Append(IsPlain(secret) ? "password=" : "")
            from reply in Replies
            select (secret, of(reply, marker + secret));
        // 7 is coprime to the number of markers and replies, so every pair occurs.
        return all.Where((_, i) => i % 7 == 0);
    }

    // Without a mark such as 'password=', a plain word looks like one of the server's.
    static bool IsPlain(string secret) => secret is "hunter" or "correcthorsebatterystaple";

    [Theory, MemberData(nameof(Names))]
    public void No_explanation_repeats_a_secret(string place)
    {
        var leaks = Texts(place)
            .Where(one =>
                Everything(SmtpReply.Explain(one.Text)).Contains(one.Secret, StringComparison.OrdinalIgnoreCase)
            )
            .Select(one => one.Text + "\n -> " + SmtpReply.Explain(one.Text).Reply)
            .ToList();

        Assert.True(leaks.Count == 0, string.Join("\n\n", leaks.Take(5)));
    }

    [Theory, MemberData(nameof(Names))]
    public void No_explanation_of_a_log_or_exception_repeats_a_secret(string place)
    {
        var leaks = Texts(place)
            .Where(one =>
                (
                    string.Concat(
                        SmtpReply
                            .ExplainLog(new StringReader(one.Text))
                            .Select(logged => Everything(logged.Explanation))
                    )
                    + Everything(
                        SmtpReply.Explain(
                            new InvalidOperationException(
                                one.Text,
                                new System.Net.Mail.SmtpException((System.Net.Mail.SmtpStatusCode)530, one.Text)
                            )
                        )
                    )
                ).Contains(one.Secret, StringComparison.OrdinalIgnoreCase)
            )
            .Select(one => one.Text)
            .ToList();

        Assert.True(leaks.Count == 0, string.Join("\n\n", leaks.Take(5)));
    }

    static string Everything(ReplyExplanation explanation) =>
        explanation + string.Concat(explanation.Replies) + string.Concat(explanation.Remedies);

    [Theory]
    [InlineData(
        "535 5.7.139 Authentication unsuccessful, account locked. Contact your administrator. " + Bracket,
        "535 5.7.139 Authentication unsuccessful, account locked. Contact your administrator. " + Bracket
    )]
    [InlineData(
        "535 5.7.139 authentication UNSUCCESSFUL, account locked",
        "535 5.7.139 Authentication unsuccessful, account locked."
    )]
    [InlineData(
        "x (535, b'5.7.139 Authentication unsuccessful, account locked. " + Bracket + "')",
        "535 5.7.139 Authentication unsuccessful, account locked. " + Bracket
    )]
    [InlineData(
        "530 5.7.57 Client not authenticated to send mail. Error: account locked, they say",
        "530 5.7.57 account locked, they say"
    )]
    [InlineData(
        "530 5.7.57 Client not authenticated to send mail. Error: Authentication unsuccessful, account locked.",
        "530 5.7.57 Authentication unsuccessful, account locked."
    )]
    [InlineData(
        "554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; more",
        "554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException"
    )]
    [InlineData("550 5.9.9 no idea, sorry.", "550 5.9.9 no idea, sorry.")]
    [InlineData("550 5.9.9 no idea\nreally", "550 5.9.9 no idea")]
    [InlineData("MailKit 4.18.2 AUTH PLAIN AGFsZXJ0cwBIdW50ZXIyeA==", "")]
    public void Only_the_servers_words_are_repeated(string text, string reply) =>
        Assert.Equal(reply, SmtpReply.Explain(text).Reply);
}
