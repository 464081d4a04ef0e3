using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.Rules;

public class IdentityFixTests
{
    [Fact]
    public Task SMTP3001_drops_the_plus_tag_of_the_login() =>
        Fix.Verify(
            "SMTP3001",
            "Sign in as app@contoso.com",
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            await smtp.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            await smtp.AuthenticateAsync([|"app+news@contoso.com"|] /* tagged */, args[0]).ConfigureAwait(false);
            """,
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            await smtp.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            await smtp.AuthenticateAsync("app@contoso.com" /* tagged */, args[0]).ConfigureAwait(false);
            """
        );

    [Fact]
    public Task SMTP3001_takes_the_address_out_of_a_display_name() =>
        Fix.Verify(
            "SMTP3001",
            "Sign in as app@contoso.com",
            """
            using System.Net.Mail;
            var login = new NetworkCredential(userName:[|"App <app@contoso.com>"|], password: args[0]);
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = login };
            client.Send("app@contoso.com", args[1], "s", "b");
            """,
            """
            using System.Net.Mail;
            var login = new NetworkCredential(userName:"app@contoso.com", password: args[0]);
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = login };
            client.Send("app@contoso.com", args[1], "s", "b");
            """
        );

    [Fact]
    public Task SMTP3001_in_a_const_of_another_file() =>
        Fix.Verify(
            "SMTP3001",
            "Sign in as app@contoso.com",
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential([|Cfg.User|], args[0]);
            client.Send("app@contoso.com", args[1], "s", "b");
            // file: Cfg.cs
            static class Cfg { internal const string User = "app+1@contoso.com"; /* shared */ }
            """,
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential(Cfg.User, args[0]);
            client.Send("app@contoso.com", args[1], "s", "b");
            // file: Cfg.cs
            static class Cfg { internal const string User = "app@contoso.com"; /* shared */ }
            """
        );

    [Fact]
    public Task SMTP3003_sends_as_the_login() =>
        Fix.Verify(
            "SMTP3003",
            "Send as app@contoso.com",
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential("app@contoso.com", args[0]);
            client.Send( [|"noreply@fabrikam.com"|] /* brand */, args[1], "s", "b");
            """,
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential("app@contoso.com", args[0]);
            client.Send( "app@contoso.com" /* brand */, args[1], "s", "b");
            """
        );

    [Fact]
    public Task SMTP3003_keeps_the_display_name() =>
        Fix.Verify(
            "SMTP3003",
            "Send as app@contoso.com",
            """
            using System.Net.Mail;
            using var mail = new MailMessage { From = new MailAddress([|"noreply@fabrikam.com"|], "The shop"), Subject = "s" };
            mail.To.Add(args[1]);
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential("app@contoso.com", args[0]);
            await client.SendMailAsync(mail);
            """,
            """
            using System.Net.Mail;
            using var mail = new MailMessage { From = new MailAddress("app@contoso.com", "The shop"), Subject = "s" };
            mail.To.Add(args[1]);
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential("app@contoso.com", args[0]);
            await client.SendMailAsync(mail);
            """
        );

    [Fact]
    public Task SMTP3003_in_MimeKit() =>
        Fix.Verify(
            "SMTP3003",
            "Send as app@contoso.com",
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using MimeKit;
            var mail = new MimeMessage();
            mail.From.Add(new MailboxAddress("Orders", [|"orders@contoso.com"|])); // the brand
            using var smtp = new SmtpClient();
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            smtp.Authenticate("app@contoso.com", args[0]);
            smtp.Send(mail);
            """,
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using MimeKit;
            var mail = new MimeMessage();
            mail.From.Add(new MailboxAddress("Orders", "app@contoso.com")); // the brand
            using var smtp = new SmtpClient();
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            smtp.Authenticate("app@contoso.com", args[0]);
            smtp.Send(mail);
            """
        );
}
