// run: Commented.Send
using System; // system
using System.Net; /* net */
using System.Net.Mail; // mail

namespace C
{
    // Two blanks a step
    public class Commented
    {
        // The one client.
        private SmtpClient client; // kept

        public Commented()
        {
            // Build it.
            client = new SmtpClient("smtp.office365.com", 587) // submission
            {
                EnableSsl = true, // needed
                /* who */Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!"),
            };
        }

        // Sends it.
        public void Send()
        {
            var m = new MailMessage("alerts@contoso.com", "ann@fabrikam.com");
            m.Subject = "Comments"; // subject
            m.Body = "x"; /* body */
            if (m.To.Count > 0)
                client.Send(m); // go
            // after
        }
    }
}
