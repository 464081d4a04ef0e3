using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.Rules;

/// <summary>Several findings on one client, fixed at once.</summary>
public class ClientFixTests
{
    [Fact]
    public Task A_System_Net_Mail_client() =>
        Fix.VerifyClient(
            """
            using System.Net.Mail;
            // Nightly report.
            SmtpClient client = [|new SmtpClient([|"smtp.office.com"|], [|465|] /* SSL */)|];
            client.Credentials = new NetworkCredential("app@contoso.com", args[0]);
            client.UseDefaultCredentials = [|true|];
            client.Send([|"noreply@fabrikam.com"|], args[1], "s", "b");
            """,
            """
            using System.Net.Mail;
            // Nightly report.
            SmtpClient client = new SmtpClient("smtp.office365.com", 587 /* SSL */) { EnableSsl = true };
            client.Credentials = new NetworkCredential("app@contoso.com", args[0]);
            client.Send("app@contoso.com", args[1], "s", "b");
            """
        );

    [Fact]
    public Task A_client_with_nothing_but_a_host() =>
        Fix.VerifyClient(
            """
            using System.Net.Mail;
            using var client = [|new SmtpClient("smtp.office365.com")|];
            client.[|Send|]("app@contoso.com", args[1], "s", "b");
            """,
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com") { Port = 587, EnableSsl = true };
            client.Send("app@contoso.com", args[1], "s", "b");
            """
        );

    [Fact]
    public Task A_login_and_a_sender_that_depend_on_each_other() =>
        Fix.VerifyClient(
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential([|"app+shop@contoso.com"|], args[0]);
            client.Send([|"noreply@fabrikam.com"|], args[1], "s", "b");
            """,
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential("app@contoso.com", args[0]);
            client.Send("app@contoso.com", args[1], "s", "b");
            """
        );

    [Fact]
    public Task A_client_in_a_field() =>
        Fix.VerifyClient(
            """
            using System.Net.Mail;
            class Mailer
            {
                // One for all mails.
                private readonly SmtpClient _client = [|new("smtp.office365.com")|];

                public Task Mail(string to) => _client.[|SendMailAsync|]("app@contoso.com", to, "s", "b");
            }
            """,
            """
            using System.Net.Mail;
            class Mailer
            {
                // One for all mails.
                private readonly SmtpClient _client = new("smtp.office365.com") { Port = 587, EnableSsl = true };

                public Task Mail(string to) => _client.SendMailAsync("app@contoso.com", to, "s", "b");
            }
            """
        );

    [Fact]
    public Task A_client_of_a_factory() =>
        Fix.VerifyClient(
            """
            using System.Net.Mail;
            class Mailer
            {
                private static SmtpClient Make() => [|new SmtpClient([|"smtp.office.com"|], [|465|])|]; // old

                public void Mail(string to)
                {
                    using var client = Make();
                    client.Send("app@contoso.com", to, "s", "b");
                }
            }
            """,
            """
            using System.Net.Mail;
            class Mailer
            {
                private static SmtpClient Make() => new SmtpClient("smtp.office365.com", 587) { EnableSsl = true }; // old

                public void Mail(string to)
                {
                    using var client = Make();
                    client.Send("app@contoso.com", to, "s", "b");
                }
            }
            """
        );

    [Fact]
    public Task A_client_behind_MailKits_interface() =>
        Fix.VerifyClient(
            """
            using MailKit.Net.Smtp;
            class Mailer(ISmtpClient smtp)
            {
                const string Host = [|"outlook.office365.com"|]; const int Port = [|25|];

                public Task Open() =>
                    smtp.ConnectAsync(Host, Port, [|false|]);
            }
            """,
            """
            using MailKit.Net.Smtp;
            class Mailer(ISmtpClient smtp)
            {
                const string Host = "smtp.office365.com"; const int Port = 587;

                public Task Open() =>
                    smtp.ConnectAsync(Host, Port, MailKit.Security.SecureSocketOptions.StartTls);
            }
            """
        );

    [Fact]
    public Task A_subclass() =>
        Fix.VerifyClient(
            """
            using System.Net.Mail;
            class LiveMail : SmtpClient
            {
                public LiveMail()
                    : base([|"smtp.live.com"|], [|465|])
                {
                    Timeout = 9_000; // slow line
                }

                public void Mail(string to) => Send("app@outlook.com", to, "s", "b");
            }
            """,
            """
            using System.Net.Mail;
            class LiveMail : SmtpClient
            {
                public LiveMail()
                    : base("smtp-mail.outlook.com", 587)
                {
                    Timeout = 9_000; // slow line
                }

                public void Mail(string to) => Send("app@outlook.com", to, "s", "b");
            }
            """
        );

    [Fact]
    public Task A_MailKit_client() =>
        Fix.VerifyClient(
            """
            using MailKit.Net.Smtp;
            using var smtp = new SmtpClient();
            smtp.ServerCertificateValidationCallback = [|(_, _, _, _) => true|];
            await smtp.ConnectAsync([|"smtp.live.com"|], [|465|], useSsl: true);
            await smtp.AuthenticateAsync([|"app+1@outlook.com"|], args[0]);
            """,
            """
            using MailKit.Net.Smtp;
            using var smtp = new SmtpClient();
            await smtp.ConnectAsync("smtp-mail.outlook.com", 587, options: MailKit.Security.SecureSocketOptions.StartTls);
            await smtp.AuthenticateAsync("app@outlook.com", args[0]);
            """
        );
}
