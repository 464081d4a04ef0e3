// run: Background.Notify
using System.Net;
using System.Net.Mail;

public class Background
{
    public async Task Notify()
    {
        SmtpClient client = new SmtpClient("smtp.office365.com", 587);
        client.EnableSsl = true;
        client.Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!");
        MailMessage message = new MailMessage("alerts@contoso.com", "ann@fabrikam.com", "Done", "x");
        client.SendCompleted += (s, e) =>
        {
            client.Dispose();
            message.Dispose();
        };

        await client.SendMailAsync(message);
    }
}
