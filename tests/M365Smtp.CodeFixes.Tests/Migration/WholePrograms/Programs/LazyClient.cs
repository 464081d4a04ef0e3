// run: Lazily.Send
using System.Net;
using System.Net.Mail;

public class Lazily
{
    private static readonly Lazy<SmtpClient> Smtp = new(() =>
        new SmtpClient("smtp.office365.com", 587)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!"),
        }
    );

    public void Send() => Smtp.Value.Send("alerts@contoso.com", "ann@fabrikam.com", "Lazy", "x");
}
