// run: Letter.Send
using System.IO;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

public class Letter
{
    public void Send()
    {
        var html = "<p>Здравствуйте</p><img src=\"cid:logo\">";
        var view = AlternateView.CreateAlternateViewFromString(html, Encoding.UTF8, MediaTypeNames.Text.Html);
        var logo = new LinkedResource(new MemoryStream(new byte[] { 1, 2, 3 }), "image/png") { ContentId = "logo" };
        view.LinkedResources.Add(logo);
        var plain = AlternateView.CreateAlternateViewFromString("Здравствуйте", Encoding.UTF8, MediaTypeNames.Text.Plain);

        using (var message = new MailMessage())
        {
            message.From = new MailAddress("alerts@contoso.com", "Отдел");
            message.To.Add(new MailAddress("ann@fabrikam.com", "Анна"));
            message.Subject = "Письмо";
            message.AlternateViews.Add(plain);
            message.AlternateViews.Add(view);
            message.Attachments.Add(new Attachment(new MemoryStream(new byte[] { 9 }), "отчёт.bin"));
            using (var smtp = new SmtpClient("smtp.office365.com", 587))
            {
                smtp.Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!");
                smtp.EnableSsl = true;
                smtp.Send(message);
            }
        }
    }
}
