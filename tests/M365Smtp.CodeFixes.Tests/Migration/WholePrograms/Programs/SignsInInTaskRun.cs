// run: Bg.Start
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

public class Bg
{
    public Task Start() => Task.Run(() =>
    {
        using (var client = new SmtpClient())
        {
            client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            client.Authenticate("alerts@contoso.com", "P@ssw0rd!");
            client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@fabrikam.com")], "bg", new TextPart("plain") { Text = "x" }));
            client.Disconnect(true);
        }
    });
}
