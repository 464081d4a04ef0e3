// run: Cond.Send
using System.Net;
using System.Net.Mail;

public class Cond
{
    public bool Anonymous { get; set; }

    public void Send()
    {
        var smtp = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
        if (!Anonymous)
        {
            smtp.Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!");
        }
        smtp.Send("alerts@contoso.com", "ops@fabrikam.com", "cond", "x");
    }
}
