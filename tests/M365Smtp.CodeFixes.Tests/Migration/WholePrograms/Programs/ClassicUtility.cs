// run: Utility.MailError lang=7.3 nullable=off
using System;
using System.Net;
using System.Net.Mail;

public static class Utility
{
    private const string Host = "smtp.office365.com";
    private const int Port = 587;
    private const string User = "alerts@contoso.com",
        Secret = "P@ssw0rd!";

    /// <summary>Mails an error to the administrators.</summary>
    public static bool MailError()
    {
        try
        {
            var mail = new MailMessage(User, "ops@contoso.com");
            mail.Subject = "Error on a server";
            mail.Body = "Größe überschritten";
            // the client
            var client = new SmtpClient(Host, Port); // one for each error
            client.Credentials = new NetworkCredential(User, Secret);
            client.EnableSsl = true; // always
            var count = mail.To.Count;

            client.Send(mail);
            return count == 1;
        }
        catch (SmtpException ex)
        {
            Console.WriteLine("{0}: {1}", ex.StatusCode, ex.Message);
            return false;
        }
    }
}
