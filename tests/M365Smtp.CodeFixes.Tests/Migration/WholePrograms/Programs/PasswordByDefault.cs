// run: Caller.Go nullable=off
using System.Net;
using System.Net.Mail;

public static class MailUtil
{
    public static void SendMail(string to, string subject, string body, string user = "alerts@contoso.com", string password = "P@ssw0rd!", params string[] cc)
    {
        MailMessage mail = new MailMessage();
        mail.From = new MailAddress(user);
        foreach (var address in to.Split(';'))
            mail.To.Add(address);
        foreach (var address in cc)
            mail.CC.Add(address);
        mail.Subject = subject;
        mail.Body = body;
        mail.IsBodyHtml = body.Contains("<");
        SmtpClient smtp = new SmtpClient();
        smtp.Host = "smtp.office365.com";
        smtp.Port = 587;
        smtp.EnableSsl = true;
        smtp.Credentials = new NetworkCredential(user, password);
        smtp.Send(mail);
    }
}

public static class Caller
{
    public static void Go() => MailUtil.SendMail("a@fabrikam.com;b@fabrikam.com", "util", "plain text");
}
