// run: Job.Go
using System.Net;
using System.Net.Mail;

namespace Jobs;

public record Account(string User, string Password);

public record MailJob(Account Account, string To)
{
    public void Deliver(string subject, string body)
    {
        using var smtp = new SmtpClient { Host = "smtp.office365.com", Port = 587, EnableSsl = true };
        smtp.Credentials = new NetworkCredential(Account.User, Account.Password);
        smtp.Send(Account.User, To, subject, body);
    }
}

public static class Job
{
    public static void Go() => new MailJob(new Account("alerts@contoso.com", "P@ssw0rd!"), "ann@fabrikam.com").Deliver("rec", "x");
}
