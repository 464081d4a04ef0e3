using System.Net;
using System.Net.Mail;

namespace Net472
{
    public class Invoice
    {
        public void Send(string customer, string password)
        {
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls;
            var client = new SmtpClient("smtp.office365.com", 2525);
            client.EnableSsl = true;
            client.Credentials = new NetworkCredential("invoices@contoso.com", password);
            client.UseDefaultCredentials = false;
            client.Send("invoices@contoso.com", customer, "Invoice", "See attachment.");
        }
    }
}
