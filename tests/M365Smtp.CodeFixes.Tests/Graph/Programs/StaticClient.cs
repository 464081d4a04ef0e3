// run: Sender.Send
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

static class Sender
{
    static readonly SmtpClient Client = new SmtpClient();

    static Sender()
    {
        Client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
        Client.Authenticate("alerts@contoso.com", Environment.GetEnvironmentVariable("SMTP_PASSWORD"));
    }

    public static void Send()
    {
        var message = new MimeMessage(new[] { MailboxAddress.Parse("alerts@contoso.com") }, new[] { MailboxAddress.Parse("ann@fabrikam.com") }, "f", new TextPart("plain") { Text = "x" });
        message.MessageId = "4711@contoso.com";
        lock (Client)
            Client.Send(message);
    }
}
