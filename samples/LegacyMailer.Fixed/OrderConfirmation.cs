using Azure.Core;
using Azure.Identity;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace LegacyMailer;

/// <summary>Thanks the customer for an order. The company's oldest code.</summary>
static class OrderConfirmation
{
    // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
    private static readonly TokenCredential Credential = new DefaultAzureCredential();

    public static void Send(string recipient, string orderNumber)
    {
        // Worked with the on-premises server until 2019.
        using SmtpClient client = new SmtpClient();

        var message = new MimeMessage
        {
            Subject = $"Your order {orderNumber}",
            Body = new TextPart("plain") { Text = "Thank you for your order. It leaves our warehouse tomorrow." },
        };
        message.From.Add(MailboxAddress.Parse("orders@contoso.com"));
        message.To.AddRange(InternetAddressList.Parse(recipient));
        message.Headers.Remove(HeaderId.MessageId);
        client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
        var accessToken = Credential.GetToken(
            new TokenRequestContext(["https://outlook.office365.com/.default"]),
            default);
        client.Authenticate(new SaslMechanismOAuth2("orders", accessToken.Token));
        client.Send(message);
        client.Disconnect(true);
    }
}
