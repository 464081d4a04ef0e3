using MailKit.Net.Smtp;
using MimeKit;

namespace LegacyMailer;

/// <summary>Forwards the text that a visitor entered in the contact form.</summary>
static class ContactForm
{
    public static async Task ForwardAsync(string visitor, string text)
    {
        var message = new MimeMessage { Subject = "Contact form", Body = new TextPart("plain") { Text = text } };
        message.From.Add(new MailboxAddress("Web site", "web@contoso.com"));
        message.ReplyTo.Add(MailboxAddress.Parse(visitor));
        message.To.Add(MailboxAddress.Parse("office@contoso.com"));

        using var client = new SmtpClient();
        // The proxy of the web farm has its own certificate.
        client.ServerCertificateValidationCallback = (sender, certificate, chain, errors) => true;
        await client.ConnectAsync("outlook.office365.com", 587, false);
        await client.AuthenticateAsync("contoso.webform@gmail.com", Environment.GetEnvironmentVariable("FORM_PASSWORD")!);
        await client.SendAsync(message);
        await client.DisconnectAsync(true);
    }
}
