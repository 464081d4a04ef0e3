// run: Glob.Go
namespace Globals;

public class Glob
{
    public async Task Go()
    {
        using var smtp = new SmtpClient(Settings.Host) { Port = Settings.Port, EnableSsl = true };
        smtp.Credentials = new NetworkCredential(Settings.User, Settings.Password);
        using MailMessage mail = new(from: Settings.User, to: "ops@fabrikam.com") { Subject = "global", Body = "x" };
        mail.Headers.Add("X-Batch", "7");
        await smtp.SendMailAsync(mail).ConfigureAwait(continueOnCapturedContext: false);
    }
}
// file: Settings.cs
namespace Globals;

internal static class Settings
{
    internal const string Host = "smtp.office365.com";
    internal const int Port = 587;
    internal const string User = "alerts@contoso.com";
    internal const string Password = "P@ssw0rd!"; // TODO
}
// file: Usings.cs
global using System.Net.Mail;
