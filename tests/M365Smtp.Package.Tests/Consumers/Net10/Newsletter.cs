using MailKit.Net.Smtp;
using MimeKit;

namespace Net10;

public static class Newsletter
{
    const string Host = "smtp.office.com";

    public static async Task SendAsync(MimeMessage message, string password)
    {
        using var client = new SmtpClient();
        // The port the old server had.
        await client.ConnectAsync(Host, 465, true);
        await client.AuthenticateAsync("news@contoso.com", password);
        await client.SendAsync(message);
    }
}
