// run: Desk.Deliver
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

public partial class Desk
{
    private readonly SmtpClient smtp = new SmtpClient();

    public bool Deliver()
    {
        try
        {
            Open();
            smtp.Send(Compose());
            smtp.Disconnect(true);
            return true;
        }
        catch (AuthenticationException)
        {
            return false;
        }
    }
}

public partial class Desk
{
    private const string Login = "alerts@contoso.com";
    private const string Secret = "P@ssw0rd!";

    private void Open()
    {
        smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
        smtp.Authenticate(Login, Secret);
    }

    private static MimeMessage Compose()
    {
        var message = new MimeMessage();
        message.From.Add(new MailboxAddress("Desk", Login));
        message.To.Add(new MailboxAddress("", "ops@fabrikam.com"));
        message.Subject = "partial";
        message.Body = new TextPart("plain") { Text = "Grüße" };
        return message;
    }
}
