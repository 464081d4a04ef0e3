using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.Rules;

/// <summary>Fixes that need the senders file.</summary>
public class SendersFixTests
{
    const string Listed = """
        {
          "version": 1,
          "mailboxes": [
            { "upn": "app@contoso.com", "addresses": ["orders@contoso.com"], "sendAs": ["shop@contoso.com"] },
            { "upn": "shop@contoso.com", "kind": "shared", "addresses": [], "sendAs": [] },
            { "upn": "boss@contoso.com", "addresses": [], "sendAs": [] }
          ]
        }
        """;

    static Task Verify(string ruleId, string title, string before, string after) =>
        new Fix(FixKeys.Of(ruleId), title) { Senders = Listed }.VerifyAsync(before, after);

    [Fact]
    public Task SMTP3001_takes_the_UPN_from_the_file() =>
        Verify(
            "SMTP3001",
            "Sign in as app@contoso.com",
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential([|@"CONTOSO\orders"|] /* Windows */, args[0]);
            client.Send("app@contoso.com", args[1], "s", "b");
            """,
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential("app@contoso.com" /* Windows */, args[0]);
            client.Send("app@contoso.com", args[1], "s", "b");
            """
        );

    [Fact]
    public Task SMTP3002_signs_in_with_the_UPN() =>
        Verify(
            "SMTP3002",
            "Sign in as app@contoso.com",
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential( [|"orders@contoso.com"|] /* the shop */, args[0]);
            client.Send("orders@contoso.com", args[1], "s", "b");
            """,
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential( "app@contoso.com" /* the shop */, args[0]);
            client.Send("orders@contoso.com", args[1], "s", "b");
            """
        );

    [Fact]
    public Task SMTP3002_in_MailKit_with_a_token() =>
        Verify(
            "SMTP3002",
            "Sign in as app@contoso.com",
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            await smtp.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            await smtp.AuthenticateAsync(new SaslMechanismOAuth2(
                [|"orders@contoso.com"|], // an alias
                args[0]));
            """,
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            await smtp.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            await smtp.AuthenticateAsync(new SaslMechanismOAuth2(
                "app@contoso.com", // an alias
                args[0]));
            """
        );

    [Fact]
    public Task SMTP3002_at_the_const_in_another_file() =>
        Verify(
            "SMTP3002",
            "Sign in as app@contoso.com",
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential([|Cfg.User|], args[0]);
            client.Send("app@contoso.com", args[1], "s", "b");
            // file: Cfg.cs
            static class Cfg { internal const string User = "orders@contoso.com"; /* shared */ }
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

    const string SendsAsBoss = """
        using System.Net.Mail;
        using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
        client.Credentials = new NetworkCredential("app@contoso.com", args[0]);
        client.Send([|"boss@contoso.com"|], args[1], "s", "b");
        """;

    [Fact]
    public Task SMTP3003_sends_as_the_login() =>
        Verify(
            "SMTP3003",
            "Send as app@contoso.com",
            SendsAsBoss,
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential("app@contoso.com", args[0]);
            client.Send("app@contoso.com", args[1], "s", "b");
            """
        );

    [Fact]
    public Task SMTP3003_or_signs_in_as_the_owner_of_the_sender() =>
        new Fix(FixKeys.Other("SMTP3003"), "Sign in as boss@contoso.com") { Senders = Listed }.VerifyAsync(
            SendsAsBoss,
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential("boss@contoso.com", args[0]);
            client.Send("boss@contoso.com", args[1], "s", "b");
            """
        );

    [Fact]
    public Task SMTP3005_signs_in_as_the_member() =>
        Verify(
            "SMTP3005",
            "Sign in as app@contoso.com",
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential([|"shop@contoso.com"|], args[0]); // the team's
            client.Send("shop@contoso.com", args[1], "s", "b");
            """,
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential("app@contoso.com", args[0]); // the team's
            client.Send("shop@contoso.com", args[1], "s", "b");
            """
        );

    [Fact]
    public Task SMTP3005_in_MailKit() =>
        Verify(
            "SMTP3005",
            "Sign in as app@contoso.com",
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            smtp.Authenticate(password: args[0], userName: [|"shop@contoso.com"|]);
            """,
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            smtp.Authenticate(password: args[0], userName: "app@contoso.com");
            """
        );

    [Fact]
    public Task SMTP3005_at_the_const() =>
        Verify(
            "SMTP3005",
            "Sign in as app@contoso.com",
            """
            using System.Net.Mail;
            const string Login = [|"shop@contoso.com"|] /* shared */, Sender = "shop@contoso.com";
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(Login, args[0]) };
            client.Send(Sender, args[1], "s", "b");
            """,
            """
            using System.Net.Mail;
            const string Login = "app@contoso.com" /* shared */, Sender = "shop@contoso.com";
            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(Login, args[0]) };
            client.Send(Sender, args[1], "s", "b");
            """
        );
}
