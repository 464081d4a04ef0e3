// run: Gate.SendAsync
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Ops;

public sealed class Gate
{
    private static readonly SmtpClient Client = new SmtpClient();

    public Task SendAsync()
    {
        lock (Client)
        {
            Client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            Client.Authenticate("alerts@contoso.com", "P@ssw0rd!");
            var m = new MimeMessage();
            m.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            m.To.Add(MailboxAddress.Parse("ops@fabrikam.com"));
            m.Subject = "lock";
            m.Body = new TextPart("plain") { Text = "x" };
            Client.Send(m);
            Client.Disconnect(true);
        }
        return Task.CompletedTask;
    }
}
