// run: AtHand.SendAsync
using System.Net;
using System.Net.Mail;
using Azure.Core;

public class AtHand
{
    private readonly TokenCredential _credential;

    public AtHand(TokenCredential credential)
    {
        _credential = credential;
    }

    public async Task<bool> SendAsync()
    {
        try
        {
            using var client = new SmtpClient("smtp.office365.com", 587)
            {
                EnableSsl = true,
                Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!"),
            };
            await client.SendMailAsync("alerts@contoso.com", "ann@fabrikam.com", "At hand", "x");
            Console.WriteLine(_credential);
            return true;
        }
        catch (SmtpException)
        {
            return false;
        }
    }
}
