using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.Rules;

public class TransportFixTests
{
    [Fact]
    public Task SMTP2001_never_set() =>
        Fix.Verify(
            "SMTP2001",
            "Enable STARTTLS",
            """
            using System.Net.Mail;
            SmtpClient client = [|new SmtpClient("smtp.office365.com", 587)|]; // relay
            client.UseDefaultCredentials = false;
            client.Credentials = new NetworkCredential("app@contoso.com", args[0]);
            client.Send("app@contoso.com", args[1], "s", "b");
            """,
            """
            using System.Net.Mail;
            SmtpClient client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true }; // relay
            client.UseDefaultCredentials = false;
            client.Credentials = new NetworkCredential("app@contoso.com", args[0]);
            client.Send("app@contoso.com", args[1], "s", "b");
            """
        );

    [Fact]
    public Task SMTP2001_never_set_on_a_target_typed_new() =>
        Fix.Verify(
            "SMTP2001",
            "Enable STARTTLS",
            """
            using System.Net.Mail;
            using SmtpClient client = [|new()
            {
                Host = "smtp.office365.com",   // worldwide
                Port = 587                     // STARTTLS
            }|];
            await client.SendMailAsync("app@contoso.com", args[0], "s", "b");
            """,
            """
            using System.Net.Mail;
            using SmtpClient client = new()
            {
                Host = "smtp.office365.com",   // worldwide
                Port = 587,                     // STARTTLS
                EnableSsl = true
            };
            await client.SendMailAsync("app@contoso.com", args[0], "s", "b");
            """
        );

    [Fact]
    public Task SMTP2001_set_to_false() =>
        Fix.Verify(
            "SMTP2001",
            "Enable STARTTLS",
            """
            using System.Net.Mail;
            var client = new SmtpClient("smtp.office365.com", 587);
            client . EnableSsl=[|false|] ; // the proxy breaks it
            client.Send("app@contoso.com", args[0], "s", "b");
            """,
            """
            using System.Net.Mail;
            var client = new SmtpClient("smtp.office365.com", 587);
            client . EnableSsl=true ; // the proxy breaks it
            client.Send("app@contoso.com", args[0], "s", "b");
            """
        );

    [Fact]
    public Task SMTP2001_in_a_subclass() =>
        Fix.Verify(
            "SMTP2001",
            "Enable STARTTLS",
            """
            using System.Net.Mail;
            [|new Relay()|].Send("app@contoso.com", args[0], "s", "b");
            class Relay : SmtpClient
            {
                public Relay() : base("smtp.office365.com", 587)
                {
                    Timeout = 9_000; // slow line
                }
            }
            """,
            """
            using System.Net.Mail;
            new Relay() { EnableSsl = true }.Send("app@contoso.com", args[0], "s", "b");
            class Relay : SmtpClient
            {
                public Relay() : base("smtp.office365.com", 587)
                {
                    Timeout = 9_000; // slow line
                }
            }
            """
        );

    [Fact]
    public Task SMTP2001_None_in_MailKit() =>
        Fix.Verify(
            "SMTP2001",
            "Enable STARTTLS",
            """
            using MailKit.Net.Smtp;
            using var smtp = new SmtpClient();
            await smtp.ConnectAsync("smtp.office365.com", 587,
                [|MailKit.Security.SecureSocketOptions.None|] /* for now */).ConfigureAwait(false);
            """,
            """
            using MailKit.Net.Smtp;
            using var smtp = new SmtpClient();
            await smtp.ConnectAsync("smtp.office365.com", 587,
                MailKit.Security.SecureSocketOptions.StartTls /* for now */).ConfigureAwait(false);
            """
        );

    [Fact]
    public Task SMTP2001_None_in_a_const_of_another_file() =>
        Fix.Verify(
            "SMTP2001",
            "Enable STARTTLS",
            """
            using MailKit.Net.Smtp;
            using var smtp = new SmtpClient();
            smtp.Connect("smtp.office365.com", 587, [|Cfg.Tls|]);
            // file: Cfg.cs
            using MailKit.Security;
            static class Cfg { public const SecureSocketOptions Tls = SecureSocketOptions.None; /* internal net */ }
            """,
            """
            using MailKit.Net.Smtp;
            using var smtp = new SmtpClient();
            smtp.Connect("smtp.office365.com", 587, Cfg.Tls);
            // file: Cfg.cs
            using MailKit.Security;
            static class Cfg { public const SecureSocketOptions Tls = SecureSocketOptions.StartTls; /* internal net */ }
            """
        );

    [Theory]
    [InlineData("[|true|]", "SecureSocketOptions.StartTls")]
    [InlineData("useSsl: [|true|]", "options: SecureSocketOptions.StartTls")]
    [InlineData("[|SecureSocketOptions.SslOnConnect|]", "SecureSocketOptions.StartTls")]
    [InlineData("[|true|], CancellationToken.None", "SecureSocketOptions.StartTls, CancellationToken.None")]
    public Task SMTP2002_on_port_587(string wrong, string right) =>
        Fix.Verify(
            "SMTP2002",
            "Use STARTTLS",
            $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            smtp.Connect( "smtp.office365.com" , 587 , {{wrong}} ); // port 587
            """,
            $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            smtp.Connect( "smtp.office365.com" , 587 , {{right}} ); // port 587
            """
        );

    [Theory]
    [InlineData(
        "smtp.ConnectAsync(\"smtp.office365.com\", 587, [|false|])",
        "smtp.ConnectAsync(\"smtp.office365.com\", 587, SecureSocketOptions.StartTls)"
    )]
    [InlineData(
        "smtp.ConnectAsync(\"smtp.office365.com\", 587, [|SecureSocketOptions.Auto|])",
        "smtp.ConnectAsync(\"smtp.office365.com\", 587, SecureSocketOptions.StartTls)"
    )]
    [InlineData(
        "smtp.ConnectAsync(\"smtp.office365.com\", 587, [|SecureSocketOptions.StartTlsWhenAvailable|])",
        "smtp.ConnectAsync(\"smtp.office365.com\", 587, SecureSocketOptions.StartTls)"
    )]
    [InlineData(
        "[|smtp.ConnectAsync(\"smtp.office365.com\", 587)|]",
        "smtp.ConnectAsync(\"smtp.office365.com\", 587, SecureSocketOptions.StartTls)"
    )]
    [InlineData(
        "[|smtp.ConnectAsync(\"smtp.office365.com\", 587, cancellationToken: default)|]",
        "smtp.ConnectAsync(\"smtp.office365.com\", 587, SecureSocketOptions.StartTls, cancellationToken: default)"
    )]
    public Task SMTP2003_requires_STARTTLS(string wrong, string right) =>
        Fix.Verify(
            "SMTP2003",
            "Require STARTTLS",
            $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            await {{wrong}}.ConfigureAwait(false); // as in the sample
            """,
            $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            await {{right}}.ConfigureAwait(false); // as in the sample
            """
        );

    [Fact]
    public Task SMTP2004_on_the_client() =>
        Fix.Verify(
            "SMTP2004",
            "Validate the certificate",
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            // Self-signed in the test lab.
            smtp.ServerCertificateValidationCallback = [|(s, c, h, e) => true|];
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            """,
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            // Self-signed in the test lab.
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            """
        );

    [Fact]
    public Task SMTP2004_in_an_initializer() =>
        Fix.Verify(
            "SMTP2004",
            "Validate the certificate",
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient
            {
                Timeout = 9_000,
                ServerCertificateValidationCallback = [|delegate { return true; }|],
            };
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            """,
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient
            {
                Timeout = 9_000,
            };
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            """
        );

    [Fact]
    public Task SMTP2004_for_the_whole_process() =>
        Fix.Verify(
            "SMTP2004",
            "Validate the certificate",
            """
            using System.Net.Mail;
            #pragma warning disable SYSLIB0014
            ServicePointManager.ServerCertificateValidationCallback +=
                [|(sender, certificate, chain, errors) => true|];
            #pragma warning restore SYSLIB0014
            var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Send("app@contoso.com", args[0], "s", "b");
            """,
            """
            using System.Net.Mail;
            #pragma warning disable SYSLIB0014
            #pragma warning restore SYSLIB0014
            var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Send("app@contoso.com", args[0], "s", "b");
            """
        );

    [Fact]
    public Task SMTP2005_for_the_whole_process() =>
        Fix.Verify(
            "SMTP2005",
            "Let the operating system choose the TLS version",
            """
            using System.Net.Mail;
            if (args.Length > 1) ServicePointManager.SecurityProtocol = [|SecurityProtocolType.Tls | SecurityProtocolType.Tls11|]; // old boxes
            var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Send("app@contoso.com", args[0], "s", "b");
            """,
            """
            using System.Net.Mail;
            if (args.Length > 1) { } // old boxes
            var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            client.Send("app@contoso.com", args[0], "s", "b");
            """
        );

    [Fact]
    public Task SMTP2005_in_an_initializer() =>
        Fix.Verify(
            "SMTP2005",
            "Let the operating system choose the TLS version",
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using System.Security.Authentication;
            #pragma warning disable SYSLIB0039
            using var smtp = new SmtpClient { SslProtocols = [|SslProtocols.Tls|], Timeout = 9_000 /* ms */ };
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            """,
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            #pragma warning disable SYSLIB0039
            using var smtp = new SmtpClient { Timeout = 9_000 /* ms */ };
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            """
        );

    [Fact]
    public Task SMTP2005_on_the_client() =>
        Fix.Verify(
            "SMTP2005",
            "Let the operating system choose the TLS version",
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using System.Security.Authentication;
            #pragma warning disable SYSLIB0039
            using var smtp = new SmtpClient();
            smtp.SslProtocols = [|SslProtocols.Tls11|]; smtp.Timeout = 9_000;
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            """,
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            #pragma warning disable SYSLIB0039
            using var smtp = new SmtpClient();
            smtp.Timeout = 9_000;
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            """
        );
}
