// run: Bulk.SendAsync signin=kept
using System.Net;
using System.Net.Mail;

public class Bulk
{
    public string Last = "";

    public async Task SendAsync()
    {
        using var client = new SmtpClient("smtp.office365.com", 587);
        client.EnableSsl = true;
        client.Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!");
        client.SendCompleted += (s, e) => Last = e.Error?.Message ?? "sent";
        var m = new MailMessage("alerts@contoso.com", "ops@fabrikam.com", "c", "x");
        await client.SendMailAsync(m);
    }
}
