using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Configuration;

namespace Shop.Mail;

public class AlertMailer(IConfiguration configuration)
{
    public void Alert(string text)
    {
        using var client = new SmtpClient(configuration["Alerts:Host"], 587) { EnableSsl = true };
        client.Credentials = new NetworkCredential(configuration["Alerts:User"], configuration["Alerts:Password"]);
        client.Send("alerts@contoso.com", "ops@contoso.com", "Alert", text);
    }
}
