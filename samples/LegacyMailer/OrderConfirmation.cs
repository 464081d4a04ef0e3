using System.Net;
using System.Net.Mail;

namespace LegacyMailer;

/// <summary>Thanks the customer for an order. The company's oldest code.</summary>
static class OrderConfirmation
{
    public static void Send(string recipient, string orderNumber)
    {
        // Worked with the on-premises server until 2019.
        SmtpClient client = new SmtpClient("smtp.office365.com");
        client.Credentials = new NetworkCredential("orders", "Orders-2019!");

        var message = new MailMessage("orders@contoso.com", recipient)
        {
            Subject = $"Your order {orderNumber}",
            Body = "Thank you for your order. It leaves our warehouse tomorrow.",
        };
        client.Send(message);
    }
}
