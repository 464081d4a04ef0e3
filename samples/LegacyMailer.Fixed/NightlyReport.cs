using System.Net;
using System.Net.Mail;

namespace LegacyMailer;

/// <summary>Mails the sales of the day to the management, from a scheduled task.</summary>
static class NightlyReport
{
    const string Host = "smtp.office365.com";
    const int Port = 587;

    public static void Send(string sales)
    {
        using var client = new SmtpClient(Host, Port)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential("reports@contoso.com", Environment.GetEnvironmentVariable("REPORTS_PASSWORD")),
        };
        client.Send("reports@contoso.com", "management@contoso.com", "Sales of the day", sales);
    }
}
