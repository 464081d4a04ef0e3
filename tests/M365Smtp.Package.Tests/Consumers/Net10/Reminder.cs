using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Net10;

internal static class Reminder
{
    const string Password = "Reminders-2019!";

    static void Send(MimeMessage message)
    {
        using var client = new SmtpClient();
        client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
        client.Authenticate("reminders@contoso.com", Password);
        client.Send(message);
    }
}
