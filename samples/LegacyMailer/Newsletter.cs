using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace LegacyMailer;

/// <summary>Sends the monthly newsletter, one message per subscriber.</summary>
static class Newsletter
{
    public static async Task SendAsync(IEnumerable<string> subscribers, string body)
    {
        var log = new ProtocolLogger("newsletter.log") { RedactSecrets = false };
        using var client = new SmtpClient(log);
        await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.SslOnConnect);
        await client.AuthenticateAsync(new SaslMechanismPlain("news@contoso.com", Environment.GetEnvironmentVariable("NEWS_PASSWORD")!));

        foreach (var subscriber in subscribers)
        {
            var message = new MimeMessage { Subject = "Contoso news", Body = new TextPart("html") { Text = body } };
            message.From.Add(new MailboxAddress("Contoso", "news@contoso.com"));
            message.To.Add(MailboxAddress.Parse(subscriber));
            await client.SendAsync(message);
        }
    }
}
