// run: Retrying.Deliver
using System.Net;
using System.Net.Mail;

public class Retrying
{
    public string Deliver()
    {
        var message = new MailMessage("alerts@contoso.com", "ann@fabrikam.com", "Retry", "Text with ä");
        var client = new SmtpClient("smtp.office365.com", 587)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!"),
        };
        var attempts = 0;
        while (true)
        {
            try
            {
                client.Send(message);
                return "sent";
            }
            catch (SmtpException ex)
            {
                // Not for ever.
                if (++attempts >= 3)
                    return "gave up after " + ex.GetType().Name.Length.CompareTo(0);
                Thread.Sleep(1);
            }
        }
    }
}
