using System.Net;
using System.Net.Mail;

namespace LegacyMailer;

/// <summary>Mails the day's sales to management, from a scheduled task.</summary>
static class NightlyReport
{
    const string Host = "smtp.office.com";
    const int Port = 465;

    public static void Send(string sales)
    {
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls;

        using var client = new SmtpClient(Host, Port)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential("reports@contoso.com", Environment.GetEnvironmentVariable("REPORTS_PASSWORD")),
            UseDefaultCredentials = true,
        };
        client.Send("noreply@fabrikam.com", "management@contoso.com", "Sales of the day", sales);
    }
}
