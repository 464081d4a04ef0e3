using System.Net;
using System.Net.Mail;

namespace Net10;

public static class Alert
{
    public static void Send(string text, string password)
    {
        using var client = new SmtpClient("smtp.office365.com");
        client.Credentials = new NetworkCredential("alerts@contoso.com", password);
        client.UseDefaultCredentials = false;
        client.Send("alerts@contoso.com", "admins@contoso.com", "Alert", text);
    }
}
