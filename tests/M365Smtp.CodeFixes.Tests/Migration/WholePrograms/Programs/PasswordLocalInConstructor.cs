// run: Kept.Send
using System.Net;
using System.Net.Mail;

public class Kept
{
    private readonly SmtpClient _client;

    public Kept()
    {
        _client = new SmtpClient("smtp.office365.com", 587);
        _client.EnableSsl = true;
        var password = Environment.GetEnvironmentVariable("SMTP_PASSWORD");
        _client.Credentials = new NetworkCredential("alerts@contoso.com", password);
    }

    public void Send() => _client.Send("alerts@contoso.com", "ann@fabrikam.com", "Kept", "x");
}
