// run: Pager.Alarm
using System.Net;
using System.Net.Mail;

public static class Pager
{
    public static async Task<int> Alarm()
    {
        var sent = 0;
        using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
        client.Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!");
        foreach (var urgent in new[] { true, false })
        {
            using var message = Build(urgent);
            await client.SendMailAsync(message);
            sent++;
            await Task.Delay(1);
        }
        return sent;
    }

    private static MailMessage Build(bool urgent)
    {
        var message = new MailMessage("alerts@contoso.com", "ops@contoso.com")
        {
            Subject = urgent ? "Ölpumpe steht" : "Ölpumpe läuft",
            Body = "<p>Grüße</p>",
            IsBodyHtml = true,
            Priority = urgent ? MailPriority.High : MailPriority.Low,
        };
        message.Attachments.Add(new Attachment(new MemoryStream(new byte[] { 1, 2, 200 }), "messwerte.bin"));
        return message;
    }
}
