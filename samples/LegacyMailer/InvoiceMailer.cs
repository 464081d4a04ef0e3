using Azure.Core;
using Azure.Identity;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace LegacyMailer;

/// <summary>Sends invoices; the company's first code that signs in with OAuth.</summary>
static class InvoiceMailer
{
    public static async Task SendAsync(string recipient, string pdf)
    {
        var credential = new ClientSecretCredential(
            Environment.GetEnvironmentVariable("TENANT_ID"),
            Environment.GetEnvironmentVariable("CLIENT_ID"),
            Environment.GetEnvironmentVariable("CLIENT_SECRET"));
        var token = await credential.GetTokenAsync(new TokenRequestContext(["https://graph.microsoft.com/.default"]), default);

        using var client = new SmtpClient();
        await client.ConnectAsync("smtp.office365.com", 25, SecureSocketOptions.StartTls);
        await client.AuthenticateAsync(new SaslMechanismOAuth2("invoices@contoso.com", token.Token));

        var body = new BodyBuilder { TextBody = "Please find your invoice attached." };
        body.Attachments.Add(pdf);
        var message = new MimeMessage { Subject = "Your invoice", Body = body.ToMessageBody() };
        message.From.Add(MailboxAddress.Parse("invoices@contoso.com"));
        message.To.Add(MailboxAddress.Parse(recipient));
        await client.SendAsync(message);
    }
}
