// run: Page.Post
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

public class Page
{
    public string Post()
    {
        try
        {
            new Orders().Place();
            return "ok";
        }
        catch (AuthenticationException)
        {
            return "ok, no mail";
        }
    }
}

public class Orders
{
    public void Place() => new Post().Send("ops@fabrikam.com");
}

public class Post
{
    public void Send(string to)
    {
        using var client = new SmtpClient();
        client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
        client.Authenticate("alerts@contoso.com", "P@ssw0rd!");
        client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse(to)], "caller", new TextPart("plain") { Text = "x" }));
        client.Disconnect(true);
    }
}
