// run: Notifier.SendActivation
using System.Net;
using System.Net.Mail;

namespace Shop.Helpers
{
    public class Notifier
    {
        public static bool SendActivation(string mail, string name)
        {
            MailMessage msg = new MailMessage();
            msg.To.Add(mail);
            msg.Subject = "Activate your account";
            msg.IsBodyHtml = true;
            msg.Body = string.Format("<h2>Welcome {0}</h2><p>Click <a href='https://shop.example/a/{1}'>here</a></p>", name, 7);
            msg.From = new MailAddress("alerts@contoso.com", "Shop");


            SmtpClient client = new SmtpClient("smtp.office365.com", 587);
            client.EnableSsl = true;
            client.UseDefaultCredentials = false;
            NetworkCredential credential = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!");
            client.Credentials = credential;
            try
            {
                client.Send(msg);
                return true;
            }
            catch (Exception)
            {
                return false;
            }

        }
    }
}
