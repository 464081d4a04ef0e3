namespace M365Smtp.Tests.Decoding;

public class LogTests
{
    [Fact]
    public void Every_reply_is_explained_once()
    {
        const string log = """
            Connected to smtp://smtp.office365.com:587/?starttls=always
            S: 220 FR4P281CA0258.outlook.office365.com Microsoft ESMTP MAIL Service ready at Mon, 23 Nov 2026 08:00:00 +0000
            C: AUTH LOGIN
            S: 334 VXNlcm5hbWU6
            C: ********
            S: 535 5.7.139 Authentication unsuccessful, account locked. Contact your administrator. [A.prod.outlook.com 2026-11-23T08:00:01.000Z 08DF04C6D9A404E7]
            GET /index.html 404 Not Found
            GET /order: 500 Internal Server Error
            listening on smtp.office365.com:587 5.10.2 build
            S: 535 5.7.139 Authentication unsuccessful, account locked. Contact your administrator. [B.prod.outlook.com 2026-11-23T09:00:01.000Z 08DF04C6D9A404E8]
            2026-11-23 09:01 ERROR 550-5.7.60 SMTP; Client does not have permissions
            2026-11-23 09:01 ERROR 550 5.7.60 to send as this sender
            S: 550 9.9 something nobody knows
            """;

        var replies = SmtpReply.ExplainLog(new StringReader(log), "alerts@contoso.com");

        Assert.Equal(
            [(6, 2, ReplyCause.AccountLocked), (11, 1, ReplyCause.SendAs), (13, 1, ReplyCause.Unknown)],
            replies.Select(reply => (reply.Line, reply.Count, reply.Explanation.Cause))
        );
    }

    [Fact]
    public void The_clients_secrets_are_not_repeated()
    {
        var replies = SmtpReply.ExplainLog(
            new StringReader(
                "C: AUTH LOGIN YWxlcnRz\nC: UEBzc3cwcmQh\nS: 535 5.7.3 Authentication unsuccessful [A.prod.outlook.com]"
            )
        );

        Assert.DoesNotContain("UEBzc3cwcmQh", string.Concat(replies));
        Assert.Single(replies);
    }

    [Theory]
    [InlineData("password=hunter2 SmtpClientAuthentication is disabled for the Tenant.")]
    [InlineData("password=hunter2 535 5.7.139 Authentication unsuccessful, account locked.")]
    [InlineData("535 5.7.139 Authentication unsuccessful, account locked. [A.prod.outlook.com] password=hunter2")]
    public void Log_text_around_a_reply_is_not_repeated(string line)
    {
        var explanation = SmtpReply.Explain(line);

        Assert.NotEqual(ReplyCause.Unknown, explanation.Cause);
        Assert.DoesNotContain("hunter2", explanation.ToString());
    }

    [Fact]
    public void A_wrapped_and_indented_reply_is_read_completely() =>
        Assert.Equal(
            ReplyCause.MailboxSmtpAuthOff,
            Assert
                .Single(
                    SmtpReply.ExplainLog(
                        new StringReader(
                            "Error: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication\n    is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled\n    at Mailer.Send()"
                        )
                    )
                )
                .Explanation.Cause
        );

    [Theory]
    [InlineData("2026-11-23 08:00:00.587 ERROR redis: connection refused", null)]
    [InlineData("2026-11-23 08:00:00 ERROR could not send mail: connection refused", ReplyCause.NotReached)]
    [InlineData("2026-11-23 08:00:00 ERROR connect ETIMEDOUT 192.0.2.7:587", ReplyCause.NotReached)]
    public void Connection_errors_of_other_programs_are_ignored(string line, ReplyCause? cause)
    {
        foreach (var log in new[] { line, new string('-', 20_000) + "\n" + line })
            Assert.Equal(cause, SmtpReply.ExplainLog(new StringReader(log)).SingleOrDefault()?.Explanation.Cause);
    }

    [Fact]
    public void An_endless_line_is_truncated_and_the_rest_is_read() =>
        Assert.Equal(
            ReplyCause.AccountLocked,
            Assert
                .Single(
                    SmtpReply.ExplainLog(
                        new StringReader(
                            new string('x', 5_000_000) + "\nS: 535 5.7.139 Authentication unsuccessful, account locked."
                        )
                    )
                )
                .Explanation.Cause
        );
}
