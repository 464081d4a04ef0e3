// run: Sender.Send
using System.Net;
using System.Net.Mail;

class Sender
{
    readonly SmtpClient client;
    readonly string from;

    public Sender(string from, string password)
    {
        this.from = from;
        client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(from, password) };
    }

    // Tells the office.
    public async Task<bool> Send()
    {
        try
        {
            using var mail = new MailMessage(from, "ops@contoso.com", "Alarm", "Feuer");
            await client.SendMailAsync(mail);
            return true;
        }
        catch (SmtpException ex)
        {
            Console.WriteLine(ex.Message);
            return false;
        }
    }
}
