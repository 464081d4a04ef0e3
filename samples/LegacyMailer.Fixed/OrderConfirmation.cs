using System.Net.Mail;
using MailKit.Security;
using MimeKit;
using SmtpClient = MailKit.Net.Smtp.SmtpClient;

namespace LegacyMailer;

/// <summary>Thanks the customer for an order. The oldest code of the house.</summary>
static class OrderConfirmation
{
    public static void Send(string recipient, string orderNumber)
    {
        // Worked with the on-premises server until 2019.
        using SmtpClient client = new SmtpClient();

        var message = new MailMessage("orders@contoso.com", recipient)
        {
            Subject = $"Your order {orderNumber}",
            Body = "Thank you for your order. It leaves our warehouse tomorrow.",
        };
        client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
        var accessToken = new Azure.Identity.DefaultAzureCredential().GetToken(new Azure.Core.TokenRequestContext(["https://outlook.office365.com/.default"]), default);
        client.Authenticate(new SaslMechanismOAuth2("orders", accessToken.Token));
        client.Send(MimeMessage.CreateFromMailMessage(message));
        client.Disconnect(true);
    }
}
