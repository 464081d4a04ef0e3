using System.Net;
using System.Net.Mail;

namespace App;

public class Newsletter
{
    public async Task SendAsync(string[] recipients, string password)
    {
        using var client = new SmtpClient("smtp.office365.com") { Port = 25, EnableSsl = true };
        client.Credentials = new NetworkCredential("alerts@contoso.com", password);
        foreach (var to in recipients)
        {
            using var mail = new MailMessage("alerts@contoso.com", to, "News", "See attachment.");
            mail.Attachments.Add(new Attachment("news.pdf"));
            await client.SendMailAsync(mail);
            await Task.Delay(2000);
        }
    }
}
