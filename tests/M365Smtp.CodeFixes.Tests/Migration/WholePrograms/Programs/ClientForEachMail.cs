// run: Fresh.SendAsync
using System.Net;
using System.Net.Mail;

public class Fresh
{
    /// <summary>A client for each mail.</summary>
    private SmtpClient Smtp =>
        new("smtp.office365.com", 587)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!"),
        };

    public async Task SendAsync()
    {
        using var message = new MailMessage("alerts@contoso.com", "ann@fabrikam.com", "Fresh", "ä");
        await Smtp.SendMailAsync(message);
    }
}
