using System.Net;
using System.Net.Mail;

namespace LegacyMailer;

/// <summary>Thanks the customer for an order. The oldest code of the house.</summary>
static class OrderConfirmation
{
    public static void Send(string recipient, string orderNumber)
    {
        // Worked with the on-premises server until 2019.
        SmtpClient client = new SmtpClient("smtp.office365.com") { Port = 587, EnableSsl = true };
        var password = Environment.GetEnvironmentVariable("SMTP_PASSWORD") ?? throw new InvalidOperationException("Set SMTP_PASSWORD to the password of the mailbox.");
        client.Credentials = new NetworkCredential("orders", password);

        var message = new MailMessage("orders@contoso.com", recipient)
        {
            Subject = $"Your order {orderNumber}",
            Body = "Thank you for your order. It leaves our warehouse tomorrow.",
        };
        client.Send(message);
    }
}
