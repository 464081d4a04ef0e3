using System.Net;
using System.Net.Mail;

var password = Environment.GetEnvironmentVariable("SMTP_PASSWORD");
var client = new SmtpClient("smtp.office365.com")
{
    Port = 587,
    EnableSsl = true,
    Credentials = new NetworkCredential("alerts@contoso.com", password),
};
var message = new MailMessage("alerts@contoso.com", "ann@fabrikam.com") { Subject = "Hi", Body = "<b>x</b>", IsBodyHtml = true };
message.Bcc.Add("boss@contoso.com");
client.Send(message);
