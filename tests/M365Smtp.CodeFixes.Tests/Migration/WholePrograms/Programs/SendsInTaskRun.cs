// run: Worker.Start
using System.Net;
using System.Net.Mail;

public class Worker
{
    public Task Start()
    {
        var client = new SmtpClient("smtp.office365.com", 587);
        client.EnableSsl = true;
        client.Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!");
        var mail = new MailMessage("alerts@contoso.com", "ann@fabrikam.com", "Started", "ö");
        return Task.Run(() => client.Send(mail));
    }
}
