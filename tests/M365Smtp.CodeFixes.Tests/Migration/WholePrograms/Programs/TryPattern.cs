// run: Use.Go
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Mail;

public static class MailExtensions
{
    public static bool TrySend(this MailMessage message, [NotNullWhen(false)] out string? error)
    {
        try
        {
            using SmtpClient client = new("smtp.office365.com", 587) { EnableSsl = true };
            client.Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!");
            client.Send(message);
            error = null;
            return true;
        }
        catch (SmtpException e) { error = e.Message; return false; }
        catch (InvalidOperationException e) { error = e.Message; return false; }
    }
}

public static class Use
{
    public static bool Go()
    {
        using var message = new MailMessage("alerts@contoso.com", "ops@fabrikam.com", "try", "x");
        return message.TrySend(out _);
    }
}
