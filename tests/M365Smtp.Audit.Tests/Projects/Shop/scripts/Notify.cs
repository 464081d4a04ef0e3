using System.Net.Mail;

var client = new SmtpClient("smtp.gmail.com", 587) { EnableSsl = true };
client.Send("a@example.org", "b@example.org", "Done", "The script is through.");
