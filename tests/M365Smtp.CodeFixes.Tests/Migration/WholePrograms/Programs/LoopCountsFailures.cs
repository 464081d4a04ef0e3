// run: Newsletter.SendAll
using System.Net;
using System.Net.Mail;

public class Newsletter
{
    public string SendAll()
    {
        int ok = 0,
            failed = 0;
        var client = new SmtpClient("smtp.office365.com", 587)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!"),
        };
        foreach (var to in new[] { "ann@fabrikam.com", "bob@fabrikam.com", "eve@fabrikam.com" })
        {
            try
            {
                var mail = new MailMessage("alerts@contoso.com", to) { Subject = "News", Body = "Hello " + to };
                client.Send(mail);
                ok++;
            }
            catch (SmtpException)
            {
                failed++;
            }
            Thread.Sleep(1);
        }
        return $"{ok} sent, {failed} failed";
    }
}
