// run: Later.Send
using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

public class Later
{
    // Connects on first use.
    private readonly Lazy<SmtpClient> _smtp = new Lazy<SmtpClient>(() =>
    {
        var client = new SmtpClient();
        client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
        client.Authenticate("alerts@contoso.com", "P@ssw0rd!");
        return client;
    });

    public void Send()
    {
        _smtp.Value.Send(Mail("lazy"));
        _smtp.Value.Disconnect(true);
    }

    private static MimeMessage Mail(string subject) =>
        new([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@fabrikam.com")], subject, new TextPart("plain") { Text = "x" });
}
