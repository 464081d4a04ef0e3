using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.Rules;

public class AuthenticationFixTests
{
    [Fact]
    public Task SMTP4004_as_a_statement() => Fix.Verify("SMTP4004", "Remove UseDefaultCredentials",
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
        """);

    [Fact]
    public Task SMTP4004_in_an_initializer() => Fix.Verify("SMTP4004", "Remove UseDefaultCredentials",
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
        """);

    [Fact]
    public Task SMTP4004_in_an_initializer_on_one_line() => Fix.Verify("SMTP4004", "Remove UseDefaultCredentials",
        """
        using System.Net.Mail;
        SmtpClient client = new("smtp.office365.com", 587) { Credentials = new NetworkCredential("app@contoso.com", args[0]), UseDefaultCredentials=[|true|], EnableSsl = true };
        client.Send("app@contoso.com", args[1], "s", "b");
        """,
        """
        using System.Net.Mail;
        SmtpClient client = new("smtp.office365.com", 587) { Credentials = new NetworkCredential("app@contoso.com", args[0]), EnableSsl = true };
        client.Send("app@contoso.com", args[1], "s", "b");
        """);

    [Theory]
    [InlineData("SaslMechanismPlain", "SaslMechanismLogin")]
    [InlineData("SaslMechanismCramMd5", "SaslMechanismLogin")]
    [InlineData("SaslMechanismOAuthBearer", "SaslMechanismOAuth2")]
    public Task SMTP4006_uses_the_mechanism_that_is_offered(string wrong, string right) => Fix.Verify("SMTP4006", "Use " + right,
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
        """, reveals: ["SMTP4001"]);

    [Fact]
    public Task SMTP4008_as_a_statement() => Fix.Verify("SMTP4008", "Redact secrets",
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
        """);

    [Fact]
    public Task SMTP4008_in_an_initializer() => Fix.Verify("SMTP4008", "Redact secrets",
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
        using var smtp = new SmtpClient(new ProtocolLogger("smtp.log") { });
        smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
        """);
}
