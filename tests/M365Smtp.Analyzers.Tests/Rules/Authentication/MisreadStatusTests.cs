using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Tests.Extraction;
using static M365Smtp.Analyzers.Rules.Authentication.MisreadStatus;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Authentication;

public class MisreadStatusTests
{
    static SmtpUsage Reading(SmtpUsage client, string name) =>
        client with
        {
            MisreadStatus = Fact.Known(name, At(96, "SmtpStatusCode." + name)),
        };

    [Theory]
    [InlineData("MustIssueStartTlsFirst", "530")]
    [InlineData("PasswordTransitionNeeded", "432")]
    public void A_name_is_identified_by_its_number(string name, string number)
    {
        Assert.Equal("SmtpStatusCode." + name, Rule.Underlines(Reading(NetMailClient(), name)));
        Assert.Contains(
            $"{name} is only the library's name for reply code {number}, which 'smtp.office365.com' uses for",
            Rule.Says(Reading(NetMailClient(), name)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Other_servers_may_mean_what_the_name_says()
    {
        Rule.IsSilent(Reading(NetMailClient(Gmail), "MustIssueStartTlsFirst"));
        Rule.IsSilent(Reading(NetMailClient(), "MustIssueStartTlsFirst").AtUnknownHost());
    }

    [Fact]
    public void No_status_no_finding() => Rule.IsSilent(NetMailClient());

    [Theory]
    [InlineData(
        "in an if",
        "if (e.StatusCode == SmtpStatusCode.MustIssueStartTlsFirst) Console.WriteLine(\"Check EnableSsl.\");"
    )]
    [InlineData(
        "in an if with a block",
        "if (SmtpStatusCode.MustIssueStartTlsFirst == e.StatusCode) { throw new InvalidOperationException(\"The server requires TLS.\", e); }"
    )]
    [InlineData(
        "in a pattern",
        "if (e is { StatusCode: SmtpStatusCode.MustIssueStartTlsFirst }) Console.WriteLine(\"no secure connection\");"
    )]
    [InlineData(
        "in a switch",
        "switch (e.StatusCode) { case SmtpStatusCode.MustIssueStartTlsFirst: Console.WriteLine(\"Enable SSL\"); break; }"
    )]
    [InlineData(
        "in a switch expression",
        "var why = e.StatusCode switch { SmtpStatusCode.MustIssueStartTlsFirst => Why.NoTls, _ => Why.Other };"
    )]
    [InlineData("in a choice", "var why = e.StatusCode == SmtpStatusCode.MustIssueStartTlsFirst ? \"TLS\" : \"?\";")]
    public Task A_status_name_taken_literally_is_reported(string story, string code) => Is(story, code, "SMTP4010");

    [Theory]
    [InlineData(
        "as the refusal it is",
        "if (e.StatusCode == SmtpStatusCode.MustIssueStartTlsFirst) Console.WriteLine(\"The sign-in was refused.\");"
    )]
    [InlineData(
        "with the real meaning in words",
        "if (e.StatusCode == SmtpStatusCode.MustIssueStartTlsFirst) Console.WriteLine(\"Sign-in refused; this is not about TLS.\");"
    )]
    [InlineData(
        "with the number of the reply",
        "if (e.StatusCode == SmtpStatusCode.MustIssueStartTlsFirst) Console.WriteLine(\"530: EnableSsl is already on.\");"
    )]
    [InlineData("to throw it on", "if (e.StatusCode == SmtpStatusCode.MustIssueStartTlsFirst) throw;")]
    [InlineData(
        "with the text beside it",
        "if (e.StatusCode == SmtpStatusCode.MustIssueStartTlsFirst && !e.Message.Contains(\"535\")) Console.WriteLine(\"Check EnableSsl.\");"
    )]
    [InlineData(
        "to tell all others",
        "if (e.StatusCode != SmtpStatusCode.MustIssueStartTlsFirst) Console.WriteLine(\"TLS is on.\");"
    )]
    [InlineData(
        "among others",
        "switch (e.StatusCode) { case SmtpStatusCode.ServiceNotAvailable: case SmtpStatusCode.MustIssueStartTlsFirst: Console.WriteLine(\"TLS?\"); break; }"
    )]
    [InlineData(
        "another status",
        "if (e.StatusCode == SmtpStatusCode.ServiceNotAvailable) Console.WriteLine(\"TLS?\");"
    )]
    public Task A_status_name_read_correctly_or_not_at_all_is_silent(string story, string code) => Is(story, code, "");

    [Fact]
    public Task With_another_server_in_the_file_the_status_may_be_its() =>
        Is(
            "two servers",
            "new SmtpClient(\"smtp.example.com\").Send(m); if (e.StatusCode == SmtpStatusCode.MustIssueStartTlsFirst) Console.WriteLine(\"Check EnableSsl.\");",
            ""
        );

    [Fact]
    public async Task MailKits_name_for_432() =>
        Assert.Equal(
            "SMTP4010",
            await Report.Of(
                Report.CSharp(
                    """
                    using System; using MailKit.Net.Smtp; using MailKit.Security;
                    class C
                    {
                        void M(SmtpClient c, MimeKit.MimeMessage m)
                        {
                            c.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                            c.Authenticate(new SaslMechanismOAuth2("a@contoso.com", "t"));
                            try { c.Send(m); } catch (SmtpCommandException e) when (e.StatusCode == SmtpStatusCode.PasswordTransitionNeeded) { Console.WriteLine("Change the password."); }
                        }
                    }
                    """
                )
            )
        );

    static async Task Is(string story, string code, string found) =>
        Assert.Equal(
            (story, found),
            (
                story,
                await Report.Of(
                    Report.CSharp(
                        $$"""
                        using System; using System.Net; using System.Net.Mail;
                        enum Why { NoTls, Other }
                        class C
                        {
                            void M(MailMessage m, NetworkCredential l)
                            {
                                using var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = l };
                                try { c.Send(m); } catch (SmtpException e) { {{code}} }
                            }
                        }
                        """
                    ),
                    "SMTP4001",
                    "SMTP4002",
                    "SMTP1005",
                    "SMTP2001"
                )
            )
        );
}
