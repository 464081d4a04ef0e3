// run: Weekly.SendAsync
using System.Net;
using System.Net.Mail;

public class Weekly
{
    public async Task SendAsync()
    {
        using (var smtp = GetClient())
        {
            var msg = new MailMessage("alerts@contoso.com", "ann@fabrikam.com")
            {
                Subject = "Weekly",
                Body = "<b>gut</b>",
                IsBodyHtml = true,
            };
            await smtp.SendMailAsync(msg).ConfigureAwait(false);
        }
    }

    private SmtpClient GetClient()
    {
        var client = new SmtpClient("smtp.office365.com", 587);
        client.EnableSsl = true;
        client.UseDefaultCredentials = false;
        client.Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!");
        return client;
    }
}
