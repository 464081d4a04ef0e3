// run: Sender.Send
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

class Sender
{
    public void Send() { try { Deliver(); } catch (SmtpCommandException) { Console.WriteLine("no"); } }

    static void Deliver()
    {
        var client = new SmtpClient();
        client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
        client.Authenticate("alerts@contoso.com", Environment.GetEnvironmentVariable("SMTP_PASSWORD"));
        var message = new MimeMessage(new[] { MailboxAddress.Parse("alerts@contoso.com") }, new[] { MailboxAddress.Parse("ann@fabrikam.com") }, "f", new TextPart("plain") { Text = "x" });
        message.MessageId = "4711@contoso.com";
        client.Send(message);
        client.Disconnect(true);
    }
}
