using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace LegacyMailer;

/// <summary>Tells the administrators that a disk is nearly full.</summary>
static class DiskAlert
{
    public static void Send(string text)
    {
        using var client = new SmtpClient();
        client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
        client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], InternetAddressList.Parse("admins@contoso.com"), "Disk nearly full", new TextPart("plain") { Text = text }));
        client.Disconnect(true);
    }
}
