using Azure.Core;
using Azure.Identity;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace LegacyMailer;

/// <summary>Mails the day's sales to management, from a scheduled task.</summary>
static class NightlyReport
{
    const string Host = "smtp.office365.com";
    const int Port = 587;
    // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
    static readonly TokenCredential Credential = new DefaultAzureCredential();

    public static void Send(string sales)
    {
        using var client = new SmtpClient();
        var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse("reports@contoso.com"));
        message.To.AddRange(InternetAddressList.Parse("management@contoso.com"));
        message.Subject = "Sales of the day";
        message.Body = new TextPart("plain") { Text = sales };
        message.Headers.Remove(HeaderId.MessageId);
        message.Prepare(EncodingConstraint.SevenBit);
        // UseDefaultCredentials was true. Microsoft 365 has no Windows sign-in, so Credentials are used.
        client.Connect(Host, Port, SecureSocketOptions.StartTls);
        var accessToken = Credential.GetToken(
            new TokenRequestContext(["https://outlook.office365.com/.default"]),
            default);
        client.Authenticate(new SaslMechanismOAuth2("reports@contoso.com", accessToken.Token));
        client.Send(message);
        client.Disconnect(true);
    }
}
