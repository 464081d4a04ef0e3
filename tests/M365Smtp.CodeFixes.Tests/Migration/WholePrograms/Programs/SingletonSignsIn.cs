// run: Entry.Run
using System.Net;
using System.Net.Mail;

public sealed class Mailer
{
    /// <summary>The only one.</summary>
    public static readonly Mailer Instance = new();

    private readonly bool greeted;

    private Mailer() => greeted = Deliver("hello");

    public bool Deliver(string subject)
    {
        using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
        client.Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!");
        try
        {
            client.Send("alerts@contoso.com", "ops@fabrikam.com", subject, "x");
        }
        catch (SmtpException)
        {
            return false;
        }
        return true;
    }

    public bool HasGreeted => greeted;
}

public static class Entry
{
    public static bool Run() => Mailer.Instance.HasGreeted;
}
