using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.Rules;

public class AuthenticationFixTests
{
    [Fact]
    public Task SMTP4004_as_a_statement() =>
        Fix.Verify(
            "SMTP4004",
            "Remove UseDefaultCredentials",
            """
            using System.Net.Mail;
            var client = new SmtpClient("smtp.office365.com", 587);
            client.Credentials = new NetworkCredential("app@contoso.com", args[0]);
                client.UseDefaultCredentials  = [|true|];

            client.EnableSsl = true; // STARTTLS
            client.Send("app@contoso.com", args[1], "s", "b");
            """,
            """
            using System.Net.Mail;
            var client = new SmtpClient("smtp.office365.com", 587);
            client.Credentials = new NetworkCredential("app@contoso.com", args[0]);

            client.EnableSsl = true; // STARTTLS
            client.Send("app@contoso.com", args[1], "s", "b");
            """
        );

    [Fact]
    public Task SMTP4004_in_an_initializer() =>
        Fix.Verify(
            "SMTP4004",
            "Remove UseDefaultCredentials",
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com", 587)
            {
                EnableSsl = true,
                Credentials = new NetworkCredential("app@contoso.com", args[0]), // from the vault
                UseDefaultCredentials = [|true|]
            };
            client.Send("app@contoso.com", args[1], "s", "b");
            """,
            """
            using System.Net.Mail;
            using var client = new SmtpClient("smtp.office365.com", 587)
            {
                EnableSsl = true,
                Credentials = new NetworkCredential("app@contoso.com", args[0]) // from the vault
            };
            client.Send("app@contoso.com", args[1], "s", "b");
            """
        );

    [Fact]
    public Task SMTP4004_in_an_initializer_on_one_line() =>
        Fix.Verify(
            "SMTP4004",
            "Remove UseDefaultCredentials",
            """
            using System.Net.Mail;
            SmtpClient client = new("smtp.office365.com", 587) { Credentials = new NetworkCredential("app@contoso.com", args[0]), UseDefaultCredentials=[|true|], EnableSsl = true };
            client.Send("app@contoso.com", args[1], "s", "b");
            """,
            """
            using System.Net.Mail;
            SmtpClient client = new("smtp.office365.com", 587) { Credentials = new NetworkCredential("app@contoso.com", args[0]), EnableSsl = true };
            client.Send("app@contoso.com", args[1], "s", "b");
            """
        );

    [Theory]
    [InlineData("SaslMechanismPlain", "SaslMechanismLogin", "SMTP4001")]
    [InlineData("SaslMechanismCramMd5", "SaslMechanismLogin", "SMTP4001")]
    [InlineData("SaslMechanismOAuthBearer", "SaslMechanismOAuth2")]
    public Task SMTP4006_uses_the_mechanism_that_is_offered(string wrong, string right, params string[] reveals) =>
        Fix.Verify(
            "SMTP4006",
            "Use " + right,
            $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            smtp.Authenticate( [|new {{wrong}}(args[0] /* user */, args[1])|] ); // one of many
            """,
            $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient();
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            smtp.Authenticate( new {{right}}(args[0] /* user */, args[1]) ); // one of many
            """,
            reveals
        );

    [Fact]
    public Task SMTP4007_asks_for_the_scope_of_SMTP() =>
        Fix.Verify(
            "SMTP4007",
            "Request https://outlook.office365.com/.default",
            """
            using Azure.Identity;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            var token = await new ClientSecretCredential(args[0], args[1], args[2]).GetTokenAsync(
                new Azure.Core.TokenRequestContext( new[] {[|"https://graph.microsoft.com/.default"|]} /* as for Graph */));
            using var smtp = new SmtpClient();
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            smtp.Authenticate(new SaslMechanismOAuth2("app@contoso.com", token.Token));
            """,
            """
            using Azure.Identity;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            var token = await new ClientSecretCredential(args[0], args[1], args[2]).GetTokenAsync(
                new Azure.Core.TokenRequestContext( new[] {"https://outlook.office365.com/.default"} /* as for Graph */));
            using var smtp = new SmtpClient();
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            smtp.Authenticate(new SaslMechanismOAuth2("app@contoso.com", token.Token));
            """
        );

    [Fact]
    public Task SMTP4007_in_a_const_and_another_cloud() =>
        Fix.Verify(
            "SMTP4007",
            "Request https://outlook.office365.us/.default",
            """
            using Azure.Core;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            class Mailer(TokenCredential app)
            {
                const string Scope = [|"https://outlook.office365.com/.default"|]; // copied
                async Task Open(SmtpClient smtp)
                {
                    var token = await app.GetTokenAsync(new TokenRequestContext([Scope]), default);
                    await smtp.ConnectAsync("smtp.office365.us", 587, SecureSocketOptions.StartTls);
                    await smtp.AuthenticateAsync(new SaslMechanismOAuth2("app@contoso.us", token.Token));
                }
            }
            """,
            """
            using Azure.Core;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            class Mailer(TokenCredential app)
            {
                const string Scope = "https://outlook.office365.us/.default"; // copied
                async Task Open(SmtpClient smtp)
                {
                    var token = await app.GetTokenAsync(new TokenRequestContext([Scope]), default);
                    await smtp.ConnectAsync("smtp.office365.us", 587, SecureSocketOptions.StartTls);
                    await smtp.AuthenticateAsync(new SaslMechanismOAuth2("app@contoso.us", token.Token));
                }
            }
            """
        );

    [Fact]
    public Task SMTP4007_on_a_scope_of_a_signed_in_user() =>
        Fix.Verify(
            "SMTP4007",
            "Request https://outlook.office.com/SMTP.Send",
            """
            using Azure.Core;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            class Mailer
            {
                static readonly string[] Scopes = {
                    [|"https://graph.microsoft.com/SMTP.Send"|], // delegated
                };
                void Open(TokenCredential user, SmtpClient smtp)
                {
                    var token = user.GetToken(new TokenRequestContext(Scopes), default).Token;
                    smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                    smtp.Authenticate(new SaslMechanismOAuth2("app@contoso.com", token));
                }
            }
            """,
            """
            using Azure.Core;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            class Mailer
            {
                static readonly string[] Scopes = {
                    "https://outlook.office.com/SMTP.Send", // delegated
                };
                void Open(TokenCredential user, SmtpClient smtp)
                {
                    var token = user.GetToken(new TokenRequestContext(Scopes), default).Token;
                    smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                    smtp.Authenticate(new SaslMechanismOAuth2("app@contoso.com", token));
                }
            }
            """
        );

    [Fact]
    public Task SMTP4008_as_a_statement() =>
        Fix.Verify(
            "SMTP4008",
            "Redact secrets",
            """
            using MailKit;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            var log = new ProtocolLogger("smtp.log");
            log.RedactSecrets = [|false|]; // while debugging
            using var smtp = new SmtpClient(log);
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            """,
            """
            using MailKit;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            var log = new ProtocolLogger("smtp.log");
            // while debugging
            using var smtp = new SmtpClient(log);
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            """
        );

    [Fact]
    public Task SMTP4008_behind_a_condition() =>
        Fix.Verify(
            "SMTP4008",
            "Redact secrets",
            """
            using MailKit;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            class Mailer
            {
                readonly ProtocolLogger _log = new("smtp.log");

                void Open()
                {
            #if DEBUG || TRACE
                    _log.RedactSecrets = true;
            #else
                    _log.RedactSecrets =
                        [|false|];
            #endif
                    using var smtp = new SmtpClient(_log);
                    smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                }
            }
            """,
            """
            using MailKit;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            class Mailer
            {
                readonly ProtocolLogger _log = new("smtp.log");

                void Open()
                {
            #if DEBUG || TRACE
                    _log.RedactSecrets = true;
            #else
            #endif
                    using var smtp = new SmtpClient(_log);
                    smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                }
            }
            """
        );

    [Fact]
    public Task SMTP4008_in_an_initializer() =>
        Fix.Verify(
            "SMTP4008",
            "Redact secrets",
            """
            using MailKit;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient(new ProtocolLogger("smtp.log") { RedactSecrets = [|false|] });
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            """,
            """
            using MailKit;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var smtp = new SmtpClient(new ProtocolLogger("smtp.log"));
            smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            """
        );
}
