// run: Careful.Deliver
using System.Net;
using System.Net.Mail;

public class Careful
{
    public string Deliver()
    {
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            try
            {
                using var client = new SmtpClient("smtp.office365.com", 587);
                client.EnableSsl = true;
                client.Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!");
                client.Send("alerts@contoso.com", "ann@fabrikam.com", "Careful", "x");
                return "sent";
            }
            catch (SmtpException refused) when (refused.StatusCode == SmtpStatusCode.MustIssueStartTlsFirst)
            {
                return "refused at attempt " + attempt;
            }
            catch (SmtpException)
            {
                Thread.Sleep(1);
            }
        }
        return "gave up";
    }
}
