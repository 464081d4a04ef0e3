// run: Line.Go
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

static class Line
{
    public static string Go()
    {
        for (int i = 0; i < 3; i++)
        {
            try
            {
                using var c = new SmtpClient();
                c.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                c.Authenticate("alerts@contoso.com", "P@ssw0rd!");
                c.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@fabrikam.com")], "line", new TextPart("plain") { Text = "x" }));
                c.Disconnect(true);
                return "sent";
            }
            catch (Exception e) when (e is IOException || e is AuthenticationException) { Thread.Sleep(1); }
        }
        return "gave up";
    }
}
