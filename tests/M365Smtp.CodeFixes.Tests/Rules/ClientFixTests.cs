using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.Rules;

/// <summary>Several findings on one client, put right at once.</summary>
public class ClientFixTests
{
    [Fact]
    public Task A_System_Net_Mail_client() => Fix.VerifyClient(
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
        """);

    [Fact]
    public Task A_client_with_nothing_but_a_host() => Fix.VerifyClient(
        """
        using System.Net.Mail;
        using var client = [|new SmtpClient("smtp.office365.com")|];
        client.[|Send|]("app@contoso.com", args[1], "s", "b");
        """,
        """
        using System.Net.Mail;
        using var client = new SmtpClient("smtp.office365.com") { Port = 587, EnableSsl = true };
        client.Send("app@contoso.com", args[1], "s", "b");
        """);

    [Fact]
    public Task A_MailKit_client() => Fix.VerifyClient(
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
        """);
}
