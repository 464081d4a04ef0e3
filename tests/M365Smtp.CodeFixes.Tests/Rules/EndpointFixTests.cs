using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.Rules;

public class EndpointFixTests
{
    [Theory]
    [InlineData("smtp.office.com", "smtp.office365.com")]
    [InlineData("smtp.live.com", "smtp-mail.outlook.com")]
    [InlineData("smtp.offce365.us", "smtp.office365.us")]
    [InlineData("smtp://smtp.office365.com:587", "smtp.office365.com")]
    public Task SMTP1001_names_the_host_of_the_same_cloud(string wrong, string right) =>
        Fix.Verify(
            "SMTP1001",
            "Use " + right,
            $$"""
            using System.Net.Mail;
            var client = new SmtpClient( [|"{{wrong}}"|] /* relay */ , 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential("app@contoso.com", args[0]);
            client.Send("app@contoso.com", args[1], "s", "b");
            """,
            $$"""
            using System.Net.Mail;
            var client = new SmtpClient( "{{right}}" /* relay */ , 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential("app@contoso.com", args[0]);
            client.Send("app@contoso.com", args[1], "s", "b");
            """
        );

    [Fact]
    public Task SMTP1001_in_MailKit() =>
        Fix.Verify(
            "SMTP1001",
            "Use smtp.office365.com",
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            await smtp.ConnectAsync(port: 587, host:[|"smtp.outlook.office365.com"|],
                options: SecureSocketOptions.StartTls).ConfigureAwait(false); // once a minute
            """,
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            await smtp.ConnectAsync(port: 587, host:"smtp.office365.com",
                options: SecureSocketOptions.StartTls).ConfigureAwait(false); // once a minute
            """
        );

    [Fact]
    public Task SMTP1001_in_a_const_of_another_file() =>
        Fix.Verify(
            "SMTP1001",
            "Use smtp.office365.com",
            """
            using System.Net.Mail;
            var one = new SmtpClient([|Cfg.Host|], 587) { EnableSsl = true };
            one.Send("app@contoso.com", args[0], "s", "b");
            // file: Cfg.cs
            static class Cfg
            {
                // The relay of the tenant.
                public const string Host = "mail.office365.com";
            }
            """,
            """
            using System.Net.Mail;
            var one = new SmtpClient(Cfg.Host, 587) { EnableSsl = true };
            one.Send("app@contoso.com", args[0], "s", "b");
            // file: Cfg.cs
            static class Cfg
            {
                // The relay of the tenant.
                public const string Host = "smtp.office365.com";
            }
            """
        );

    [Fact]
    public Task SMTP1001_in_a_provider_switch() =>
        Fix.Verify(
            "SMTP1001",
            "Use smtp-mail.outlook.com",
            """
            using System.Net.Mail;
            static class Providers
            {
                public static string Host(string name) => name switch
                {
                    "gmail" => "smtp.gmail.com",
                    "live" => [|"smtp.live.com"|], // Hotmail too
                    _ => new SmtpClient().Host!,
                };
            }
            """,
            """
            using System.Net.Mail;
            static class Providers
            {
                public static string Host(string name) => name switch
                {
                    "gmail" => "smtp.gmail.com",
                    "live" => "smtp-mail.outlook.com", // Hotmail too
                    _ => new SmtpClient().Host!,
                };
            }
            """
        );

    [Theory]
    [InlineData("outlook.office365.com")]
    [InlineData("smtp.outlook.com")]
    public Task SMTP1002_names_the_documented_host(string undocumented) =>
        Fix.Verify(
            "SMTP1002",
            "Use smtp.office365.com",
            $$"""
            using System.Net.Mail;
            SmtpClient client = new();
            client.Host = [|"{{undocumented}}"|]; // works for us
            client.Port = 587;
            client.EnableSsl = true;
            client.Credentials = new NetworkCredential("app@contoso.com", args[0]);
            client.Send("app@contoso.com", args[1], "s", "b");
            """,
            """
            using System.Net.Mail;
            SmtpClient client = new();
            client.Host = "smtp.office365.com"; // works for us
            client.Port = 587;
            client.EnableSsl = true;
            client.Credentials = new NetworkCredential("app@contoso.com", args[0]);
            client.Send("app@contoso.com", args[1], "s", "b");
            """
        );

    [Fact]
    public Task SMTP1002_in_a_field() =>
        Fix.Verify(
            "SMTP1002",
            "Use smtp.office365.com",
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            class Mailer
            {
                private readonly string _host = [|"outlook.office365.com"|];
                public void Open(SmtpClient smtp) { smtp.Connect(_host, 587, SecureSocketOptions.StartTls); }
            }
            """,
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            class Mailer
            {
                private readonly string _host = "smtp.office365.com";
                public void Open(SmtpClient smtp) { smtp.Connect(_host, 587, SecureSocketOptions.StartTls); }
            }
            """
        );

    // A password sign-in is reported only at a submission host.
    [Fact]
    public Task SMTP1003_moves_the_client_to_the_submission_host() =>
        Fix.Verify(
            "SMTP1003",
            "Use smtp.office365.com",
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            smtp.Connect([|"contoso-com.mail.protection.outlook.com"|], 25 /* MX */, false);
            smtp.Authenticate("app@contoso.com", args[0]);
            """,
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            smtp.Connect("smtp.office365.com", 587 /* MX */, SecureSocketOptions.StartTls);
            smtp.Authenticate("app@contoso.com", args[0]);
            """,
            reveals: ["SMTP4001"]
        );

    [Fact]
    public Task SMTP1003_sets_what_System_Net_Mail_leaves_unset() =>
        Fix.Verify(
            "SMTP1003",
            "Use smtp.office365.com",
            """
            using System.Net.Mail;
            using (SmtpClient client = new([|"contoso-com.mail.protection.outlook.com"|]))
            {
                client.Credentials = new NetworkCredential("app@contoso.com", args[0]); // from the vault
                client.Send("app@contoso.com", args[1], "s", "b");
            }
            """,
            """
            using System.Net.Mail;
            using (SmtpClient client = new("smtp.office365.com") { Port = 587, EnableSsl = true })
            {
                client.Credentials = new NetworkCredential("app@contoso.com", args[0]); // from the vault
                client.Send("app@contoso.com", args[1], "s", "b");
            }
            """,
            reveals: ["SMTP4001", "SMTP4002"]
        );

    [Fact]
    public Task SMTP1003_leaves_what_is_right() =>
        Fix.Verify(
            "SMTP1003",
            "Use smtp.office365.com",
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            const string Mx = [|"contoso-com.mail.protection.outlook.com"|]; // from the admin
            using var smtp = new SmtpClient();
            await smtp.ConnectAsync(Mx, 587, SecureSocketOptions.StartTls).ConfigureAwait(false);
            await smtp.AuthenticateAsync(new NetworkCredential("app@contoso.com", args[0]));
            """,
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            const string Mx = "smtp.office365.com"; // from the admin
            using var smtp = new SmtpClient();
            await smtp.ConnectAsync(Mx, 587, SecureSocketOptions.StartTls).ConfigureAwait(false);
            await smtp.AuthenticateAsync(new NetworkCredential("app@contoso.com", args[0]));
            """,
            reveals: ["SMTP4001"]
        );

    [Fact]
    public Task SMTP1004_in_a_constructor_call() =>
        Fix.Verify(
            "SMTP1004",
            "Use port 587",
            """
            using System.Net.Mail;
            var client = new SmtpClient("smtp.office365.com",[|465|] /* SSL */) { EnableSsl = true };
            client.Send("app@contoso.com", args[0], "s", "b");
            """,
            """
            using System.Net.Mail;
            var client = new SmtpClient("smtp.office365.com",587 /* SSL */) { EnableSsl = true };
            client.Send("app@contoso.com", args[0], "s", "b");
            """
        );

    [Fact]
    public Task SMTP1004_in_MailKit_moves_implicit_TLS_along() =>
        Fix.Verify(
            "SMTP1004",
            "Use port 587",
            """
            using MailKit.Net.Smtp;
            using var smtp = new SmtpClient();
            await smtp.ConnectAsync("smtp.office365.com", [|465|], useSsl: true).ConfigureAwait(false);
            """,
            """
            using MailKit.Net.Smtp;
            using var smtp = new SmtpClient();
            await smtp.ConnectAsync("smtp.office365.com", 587, options: MailKit.Security.SecureSocketOptions.StartTls).ConfigureAwait(false);
            """
        );

    [Fact]
    public Task SMTP1004_in_a_property_set_last() =>
        Fix.Verify(
            "SMTP1004",
            "Use port 587",
            """
            using System.Net.Mail;
            var client = new SmtpClient { Host = "smtp.office365.com", EnableSsl = true };
            client.Credentials = CredentialCache.DefaultNetworkCredentials;
              client.Port   =   [|2525|]  ; // blocked 587
            client.Send("app@contoso.com", args[0], "s", "b");
            """,
            """
            using System.Net.Mail;
            var client = new SmtpClient { Host = "smtp.office365.com", EnableSsl = true };
            client.Credentials = CredentialCache.DefaultNetworkCredentials;
              client.Port   =   587  ; // blocked 587
            client.Send("app@contoso.com", args[0], "s", "b");
            """
        );

    [Fact]
    public Task SMTP1004_in_a_subclass() =>
        Fix.Verify(
            "SMTP1004",
            "Use port 587",
            """
            using System.Net.Mail;
            class Relay : SmtpClient
            {
                public Relay() : base("smtp.office365.com", [|465|]) { EnableSsl = true; }
                public void Mail(string to) => Send("app@contoso.com", to, "s", "b");
            }
            """,
            """
            using System.Net.Mail;
            class Relay : SmtpClient
            {
                public Relay() : base("smtp.office365.com", 587) { EnableSsl = true; }
                public void Mail(string to) => Send("app@contoso.com", to, "s", "b");
            }
            """
        );

    [Fact]
    public Task SMTP1004_in_a_const_that_two_clients_share() =>
        Fix.Verify(
            "SMTP1004",
            "Use port 587",
            """
            using System.Net.Mail;
            class Mailer
            {
                const int Port = [|443|]; // open in the firewall
                void One(string to) { using var c = new SmtpClient("smtp.office365.com", Port) { EnableSsl = true }; c.Send("a@contoso.com", to, "s", "b"); }
                void Two(string to) { using var c = new SmtpClient("smtp.office365.com", Port) { EnableSsl = true }; c.Send("a@contoso.com", to, "s", "b"); }
            }
            """,
            """
            using System.Net.Mail;
            class Mailer
            {
                const int Port = 587; // open in the firewall
                void One(string to) { using var c = new SmtpClient("smtp.office365.com", Port) { EnableSsl = true }; c.Send("a@contoso.com", to, "s", "b"); }
                void Two(string to) { using var c = new SmtpClient("smtp.office365.com", Port) { EnableSsl = true }; c.Send("a@contoso.com", to, "s", "b"); }
            }
            """
        );

    [Fact]
    public Task SMTP1005_written() =>
        Fix.Verify(
            "SMTP1005",
            "Use port 587",
            """
            using System.Net.Mail;
            string host = "smtp.office365.com"; int port = [|25|];
            using var client = new SmtpClient(host, port) { EnableSsl = true };
            client.Send("app@contoso.com", args[0], "s", "b");
            """,
            """
            using System.Net.Mail;
            string host = "smtp.office365.com"; int port = 587;
            using var client = new SmtpClient(host, port) { EnableSsl = true };
            client.Send("app@contoso.com", args[0], "s", "b");
            """
        );

    [Fact]
    public Task SMTP1005_as_the_default_of_a_parameter() =>
        Fix.Verify(
            "SMTP1005",
            "Use port 587",
            """
            using System.Net.Mail;
            class Mailer
            {
                public void Mail(string to, string host = "smtp.office365.com", int port = [|25|] /* relay */)
                {
                    using var client = new SmtpClient(host, port) { EnableSsl = true };
                    client.Send("app@contoso.com", to, "s", "b");
                }
            }
            """,
            """
            using System.Net.Mail;
            class Mailer
            {
                public void Mail(string to, string host = "smtp.office365.com", int port = 587 /* relay */)
                {
                    using var client = new SmtpClient(host, port) { EnableSsl = true };
                    client.Send("app@contoso.com", to, "s", "b");
                }
            }
            """
        );

    [Fact]
    public Task SMTP1005_by_default() =>
        Fix.Verify(
            "SMTP1005",
            "Use port 587",
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com")
            {
                EnableSsl = true, // since 2022
            };
            client.[|Send|]("app@contoso.com", args[0], "s", "b");
            """,
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com")
            {
                EnableSsl = true, // since 2022
                Port = 587,
            };
            client.Send("app@contoso.com", args[0], "s", "b");
            """
        );

    [Fact]
    public Task SMTP1005_by_MailKits_default() =>
        Fix.Verify(
            "SMTP1005",
            "Use port 587",
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            smtp.[|Connect|]("smtp.office365.com", options: SecureSocketOptions.StartTls);
            """,
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            smtp.Connect("smtp.office365.com", 587, options: SecureSocketOptions.StartTls);
            """
        );

    [Theory]
    [InlineData("smtp-hve.office365.com", "smtp.hve.mx.microsoft")]
    [InlineData("smtp-legacy.office365.com", "smtp.office365.com")]
    [InlineData("smtp-legacy.partner.outlook.cn", "smtp.partner.outlook.cn")]
    public Task SMTP1006_names_the_successor(string old, string successor) =>
        Fix.Verify(
            "SMTP1006",
            "Use " + successor,
            $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            smtp.Connect(/* bulk */ [|"{{old}}"|], 587, SecureSocketOptions.StartTls);
            """,
            $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            smtp.Connect(/* bulk */ "{{successor}}", 587, SecureSocketOptions.StartTls);
            """
        );
}
