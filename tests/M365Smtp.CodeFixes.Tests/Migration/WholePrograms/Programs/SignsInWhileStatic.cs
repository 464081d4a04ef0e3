// run: Tasks.Run
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

public static class Tasks
{
    static readonly SmtpClient Client = Connect();

    static SmtpClient Connect()
    {
        var client = new SmtpClient();
        client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
        client.Authenticate("alerts@contoso.com", "P@ssw0rd!");
        return client;
    }

    public static void Run()
    {
        Client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@fabrikam.com")], "lazy", new TextPart("plain") { Text = "x" }));
        Client.Disconnect(true);
    }
}
