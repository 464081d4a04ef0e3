using System;
using System.Net;
using System.Net.Mail;

namespace Shared
{
    public class SharedMailer
    {
        public bool Send(string to)
        {
            try
            {
                var client = new SmtpClient("smtp.office365.com", 587);
                client.EnableSsl = true;
                client.Credentials = new NetworkCredential(
                    "alerts@contoso.com",
                    Environment.GetEnvironmentVariable("SMTP_PASSWORD")
                );
                client.Send("alerts@contoso.com", to, "Shared", "Grüße");
                return true;
            }
            catch (SmtpException)
            {
                return false;
            }
        }
    }
}
