using System.Net.Mail;

namespace LegacyMailer;

/// <summary>Notifies the administrators that a disk is nearly full.</summary>
static class DiskAlert
{
    public static void Send(string text)
    {
        using var client = new SmtpClient { Host = "smtp.office365.com", Port = 587, EnableSsl = true };
        client.Send("alerts@contoso.com", "admins@contoso.com", "Disk nearly full", text);
    }
}
