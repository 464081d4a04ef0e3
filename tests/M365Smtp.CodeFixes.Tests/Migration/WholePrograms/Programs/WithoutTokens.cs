// run: Plain.SendAsync without=Azure.,Microsoft.Identity.
using System.Net;
using System.Net.Mail;

public class Plain
{
    private readonly string from;

    public Plain()
    {
        from = "alerts@contoso.com";
    }

    public async Task<string> SendAsync()
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
            {
                await client.SendMailAsync(from, "ann@fabrikam.com", "Plain", "x");
            }
            return "sent";
        }
        catch (SmtpException)
        {
            return "no mail";
        }
    }
}
