// run: Alarm.Raise
using System.Net;
using System.Net.Mail;

internal static class Alarm
{
    private static readonly SmtpClient Client = new SmtpClient("smtp.office365.com", 587)
    {
        EnableSsl = true,
        Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!"),
    };

    public static void Raise()
    {
        lock (Client)
        {
            Client.Send("alerts@contoso.com", "ops@contoso.com, noc@contoso.com", "Platte voll", "3 % frei, übrig");
        }
    }
}
