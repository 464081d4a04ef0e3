// run:
using System.Net;
using System.Net.Mail;

// The nightly report.
var message = new MailMessage("alerts@contoso.com", "ops@contoso.com") { Subject = "Report", Body = "Alles läuft." };
var client = new SmtpClient("smtp.office365.com", 587)
{
    EnableSsl = true,
    Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!"),
};
client.Send(message);
