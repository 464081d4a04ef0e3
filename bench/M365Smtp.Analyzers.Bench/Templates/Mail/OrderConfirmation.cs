using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Mail;
using System.Text;

namespace Shop.Mail.Confirmations.N0
{
    public sealed class ConfirmedOrder
    {
        public string Number { get; set; } = "";
        public string Customer { get; set; } = "";
        public string Address { get; set; } = "";
        public decimal Total { get; set; }
        public List<string> Lines { get; } = new();
    }

    public sealed class OrderConfirmation
    {
        private readonly string sender;

        public OrderConfirmation(string sender)
        {
            this.sender = sender;
        }

        public void Send(ConfirmedOrder order)
        {
            if (order is null) throw new ArgumentNullException(nameof(order));
            var message = new MailMessage();
            message.From = new MailAddress("orders@contoso.com", "Contoso Orders");
            message.To.Add(order.Address);
            message.Subject = "Your order " + order.Number;
            message.Body = Body(order);
            message.IsBodyHtml = true;

            var client = new SmtpClient("smtp.office365.com");
            client.Port = 25;
            client.UseDefaultCredentials = false;
            client.Credentials = new NetworkCredential("orders@contoso.com", "Winter2024!");
            client.DeliveryMethod = SmtpDeliveryMethod.Network;
            try
            {
                client.Send(message);
            }
            catch (SmtpException failed)
            {
                Console.Error.WriteLine($"Order {order.Number} of {sender}: {failed.StatusCode} {failed.Message}");
                throw;
            }
        }

        private static string Body(ConfirmedOrder order)
        {
            var text = new StringBuilder();
            text.Append("<h1>Thank you, ").Append(WebUtility.HtmlEncode(order.Customer)).AppendLine("</h1>");
            text.AppendLine("<ul>");
            foreach (var line in order.Lines)
            {
                text.Append("<li>").Append(WebUtility.HtmlEncode(line)).AppendLine("</li>");
            }
            text.AppendLine("</ul>");
            text.AppendFormat("<p>Total: {0:0.00} EUR</p>", order.Total);
            return text.ToString();
        }
    }
}
