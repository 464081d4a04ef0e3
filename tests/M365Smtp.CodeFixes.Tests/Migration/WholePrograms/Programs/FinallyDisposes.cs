// run: Legacy.Mail nullable=off
using System.Net;
using System.Net.Mail;

public static class Legacy
{
    public static string Mail()
    {
        MailMessage message = null;
        SmtpClient client = null;
        try
        {
            message = new MailMessage();
            message.From = new MailAddress("alerts@contoso.com", "Überwachung");
            message.To.Add(new MailAddress("ann@fabrikam.com"));
            message.Subject = "Legacy";
            message.Body = "text";
            message.Headers.Add("Message-ID", "<own.1@contoso.com>");
            message.Priority = MailPriority.High;

            client = new SmtpClient("smtp.office365.com", 587);
            client.EnableSsl = true;
            client.Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!");
            client.Send(message);
            return "sent";
        }
        catch (SmtpException)
        {
            return "no mail";
        }
        finally
        {
            if (message != null)
                message.Dispose();
            if (client != null)
                client.Dispose();
        }
    }
}
