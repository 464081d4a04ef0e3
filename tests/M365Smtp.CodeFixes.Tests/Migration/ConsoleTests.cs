using static M365Smtp.CodeFixes.Tests.Migration.MigrationRoundTrip;

namespace M365Smtp.CodeFixes.Tests.Migration;

/// <summary>Programs without a class of their own for mail.</summary>
public class ConsoleTests
{
    [Fact]
    public Task SMTP4002_a_constructor_then_properties() => ToOAuthAsync(
        """
        using System.Net;
        using System.Net.Mail;

        var message = new MailMessage("alerts@contoso.com", "ops@contoso.com", "Disk full", "Now.");
        SmtpClient client = new [|SmtpClient|]("smtp.office365.com", 587);
        client.UseDefaultCredentials = false;
        client.Credentials = new NetworkCredential("alerts@contoso.com", args[0]);
        client.EnableSsl = true;
        client.Send(message);
        """,
        """
        using Azure.Core;
        using Azure.Identity;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        var message = new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "Disk full", new TextPart("plain") { Text = "Now." });
        using SmtpClient client = new SmtpClient();
        client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
        var accessToken = new DefaultAzureCredential().GetToken(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
        client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
        client.Send(message);
        client.Disconnect(true);
        """);

    [Fact]
    public Task SMTP4002_an_initializer_and_a_message_in_parts() => ToOAuthAsync(
        """
        using System.Net;
        using System.Net.Mail;

        using var smtp = new [|SmtpClient|]("smtp.office365.com")
        {
            Port = 587, // submission
            EnableSsl = true,
            Timeout = 20000,
            Credentials = new NetworkCredential("alerts@contoso.com", args[0]),
        };
        smtp.Send("alerts@contoso.com", "ops@contoso.com, boss@contoso.com", "Ärger", "Grüße");
        """,
        """
        using Azure.Core;
        using Azure.Identity;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        using var smtp = new SmtpClient();
        // submission
        smtp.Timeout = 20000;
        smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
        var accessToken = new DefaultAzureCredential().GetToken(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
        smtp.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
        smtp.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], InternetAddressList.Parse("ops@contoso.com, boss@contoso.com"), "Ärger", new TextPart("plain") { Text = "Grüße" }));
        smtp.Disconnect(true);
        """);

    [Fact]
    public Task SMTP4002_a_Main_that_awaits_with_its_handlers() => WithPasswordAsync(MigrateAlone,
        """
        using System.Net;
        using System.Net.Mail;

        static class Program
        {
            static async Task<int> Main(string[] args)
            {
                var host = "smtp.office365.com";
                var password = Environment.GetEnvironmentVariable("SMTP_PASSWORD");
                using (var client = new [|SmtpClient|](host, 587))
                {
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential("alerts@contoso.com", password);
                    using var message = new MailMessage("alerts@contoso.com", "ops@contoso.com") { Subject = "Report", Body = "<p>Done</p>", IsBodyHtml = true };
                    try
                    {
                        await client.SendMailAsync(message).ConfigureAwait(false);
                    }
                    catch (SmtpException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy)
                    {
                        return 2;
                    }
                    catch (SmtpException ex)
                    {
                        Console.Error.WriteLine($"{ex.StatusCode}: {ex.Message}");
                        return 1;
                    }
                }
                return 0;
            }
        }
        """,
        """
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        static class Program
        {
            static async Task<int> Main(string[] args)
            {
                var host = "smtp.office365.com";
                var password = Environment.GetEnvironmentVariable("SMTP_PASSWORD");
                using (var client = new SmtpClient())
                {
                    using var message = new MimeMessage { Subject = "Report", Body = new TextPart("html") { Text = "<p>Done</p>" } };
                    message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
                    message.To.Add(MailboxAddress.Parse("ops@contoso.com"));
                    try
                    {
                        await client.ConnectAsync(host, 587, SecureSocketOptions.StartTls).ConfigureAwait(false);
                        await client.AuthenticateAsync("alerts@contoso.com", password!).ConfigureAwait(false);
                        await client.SendAsync(message).ConfigureAwait(false);
                        await client.DisconnectAsync(true).ConfigureAwait(false);
                    }
                    catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy)
                    {
                        return 2;
                    }
                    catch (Exception ex) when (ex is SmtpCommandException or SmtpProtocolException or AuthenticationException or SslHandshakeException or IOException or System.Net.Sockets.SocketException or TimeoutException)
                    {
                        Console.Error.WriteLine($"{(ex as SmtpCommandException)?.StatusCode}: {ex.Message}");
                        return 1;
                    }
                }
                return 0;
            }
        }
        """);
}
