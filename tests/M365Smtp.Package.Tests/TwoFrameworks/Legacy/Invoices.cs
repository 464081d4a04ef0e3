using System.Net;
using System.Net.Mail;

namespace Legacy
{
    public class Invoices
    {
        private readonly SmtpClient _client;

        public Invoices(string password)
        {
            _client = new SmtpClient("smtp.office365.com", 587);
            _client.EnableSsl = true;
            _client.Credentials = new NetworkCredential("invoices@contoso.com", password);
        }

        public void Send(MailMessage message)
        {
            message.Priority = MailPriority.High;
            _client.Send(message);
        }
    }
}
