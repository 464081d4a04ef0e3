// run: ReportMailer.SendMonthly
using System.Net;
using System.Net.Mail;

namespace Reports;

public class ReportMailer
{
    public string SendMonthly()
    {
        var file = Path.Combine(Path.GetTempPath(), "Umsätze Juli.csv");
        File.WriteAllText(file, "Ort;Umsatz\nKöln;17\n");
        Send("ann@fabrikam.com", "Umsätze", "Grüße – siehe Anhang", file);
        return "sent";
    }

    private void Send(string to, string subject, string body, string file)
    {
        using var mail = new MailMessage("alerts@contoso.com", to, subject, body);
        mail.Attachments.Add(new Attachment(file));
        using var client = new SmtpClient("smtp.office365.com", 587);
        client.EnableSsl = true;
        client.Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!");
        client.Send(mail);
    }
}
