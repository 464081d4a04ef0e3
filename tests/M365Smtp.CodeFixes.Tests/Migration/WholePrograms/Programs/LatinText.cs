// run: Letters.Send
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

public class Letters
{
    public void Send()
    {
        var letter = new MailMessage("alerts@contoso.com", "ann@fabrikam.com");
        letter.Subject = "Mañana";
        letter.BodyEncoding = Encoding.Latin1;
        letter.BodyTransferEncoding = TransferEncoding.QuotedPrintable;
        letter.Body = "El pingüino llegará mañana.";
        var client = new SmtpClient("smtp.office365.com", 587)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!"),
        };
        client.Send(letter);
        client.Dispose();
    }
}
