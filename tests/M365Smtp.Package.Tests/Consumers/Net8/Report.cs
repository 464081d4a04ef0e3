using System.Net;
using System.Net.Mail;

namespace Net8;

public class Report
{
    public void Send(string text, string password)
    {
        var client = new SmtpClient
        {
            Host = "smtp.outlook.office365.com",
            Port = 587,
            EnableSsl = false, // the proxy did TLS
            Credentials = new NetworkCredential("reports", password),
            UseDefaultCredentials = true,
        };
        client.Send("reports@contoso.com", "boss@contoso.com", "Report", text);
    }
}
