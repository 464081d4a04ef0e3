// run: Short.Send
using System.Net;
using System.Net.Mail;

public class Short
{
    public string Send()
    {
        var client = new SmtpClient("smtp.office365.com", 587)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!"),
        };
        try
        {
            client.Send(new MailMessage("alerts@contoso.com", "ann@fabrikam.com", "Short", "x"));
            return "sent";
        }
        catch (SmtpException)
        {
            return "failed";
        }
    }
}
