// run: Entry.Run
using System.Net;
using System.Net.Mail;

interface IMailer { bool Send(string to); }

sealed class Mailer : IMailer, IDisposable
{
    readonly SmtpClient smtp;

    public Mailer(string user, string password)
    {
        smtp = new SmtpClient("smtp.office365.com", 587)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential(user, password)
        };
    }

    public bool Send(string to)
    {
        try { smtp.Send("alerts@contoso.com", to, "iface", "x"); }
        catch (SmtpException) { return false; }
        return true;
    }

    public void Dispose() => smtp.Dispose();
}

static class Entry
{
    public static bool Run()
    {
        using var mailer = new Mailer("alerts@contoso.com", "P@ssw0rd!");
        return ((IMailer)mailer).Send("ops@fabrikam.com");
    }
}
