using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace LegacyMailer;

/// <summary>Notifies the administrators that a disk is nearly full.</summary>
static class DiskAlert
{
    public static void Send(string text)
    {
        using var client = new SmtpClient();
        var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
        message.To.AddRange(InternetAddressList.Parse("admins@contoso.com"));
        message.Subject = "Disk nearly full";
        message.Body = new TextPart("plain") { Text = text };
        message.Headers.Remove(HeaderId.MessageId);
        message.Prepare(EncodingConstraint.SevenBit);
        client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
        client.Send(message);
        client.Disconnect(true);
    }
}
