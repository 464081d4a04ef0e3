// run: Deciding.Deliver
using System.Net;
using System.Net.Mail;

public class Deciding
{
    public string Deliver()
    {
        try
        {
            using (
                var client = new SmtpClient("smtp.office365.com", 587)
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!"),
                }
            )
                client.Send("alerts@contoso.com", "ann@fabrikam.com", "Deciding", "x");
            return "sent";
        }
        catch (SmtpException e)
        {
            switch (e.StatusCode)
            {
                case SmtpStatusCode.GeneralFailure:
                    return "no server";
                case SmtpStatusCode.MustIssueStartTlsFirst:
                    return "refused";
                default:
                    return "other";
            }
        }
    }
}
