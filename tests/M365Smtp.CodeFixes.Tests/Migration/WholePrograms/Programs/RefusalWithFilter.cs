// run: Report.Send
using System.Net;
using System.Security.Authentication;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using AuthenticationException = MailKit.Security.AuthenticationException;

public class Report
{
    public int Send()
    {
        var client = new SmtpClient();
        try
        {
            client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            client.Authenticate(userName: "alerts@contoso.com", password: "P@ssw0rd!");
            client.Send(Build());
            client.Disconnect(true);
            return 0;
        }
        catch (SmtpCommandException ex)
        {
            return (int)ex.StatusCode;
        }
        catch (AuthenticationException ex) when (ex.Message.Length > 0)
        {
            return 535;
        }
        catch (IOException) { return 1; }
        finally
        {
            client.Dispose();
        }
    }

    static MimeMessage Build()
    {
        var builder = new BodyBuilder { TextBody = "Grüße", HtmlBody = "<p>Grüße</p>" };
        builder.Attachments.Add("grüße.txt", new byte[] { 1, 2 });
        var m = new MimeMessage { Subject = "Bericht", Body = builder.ToMessageBody() };
        m.From.Add(new MailboxAddress("Büro", "alerts@contoso.com"));
        m.To.Add(new MailboxAddress("Ann", "ann@fabrikam.com"));
        m.Prepare(EncodingConstraint.SevenBit);
        return m;
    }
}
