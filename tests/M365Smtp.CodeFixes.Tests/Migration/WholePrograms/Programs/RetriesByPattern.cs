// run: Retry.Go
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

public class Retry
{
    public async Task<int> Go()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var client = new SmtpClient();
                await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                await client.AuthenticateAsync("alerts@contoso.com", "P@ssw0rd!");
                await client.SendAsync(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@fabrikam.com")], "r", new TextPart("plain") { Text = "x" }));
                await client.DisconnectAsync(true);
                return attempt;
            }
            catch (Exception ex) when (attempt < 3 && ex is ProtocolException or AuthenticationException or IOException)
            {
                await Task.Delay(10);
            }
            catch (Exception)
            {
                return -1;
            }
        }
    }
}
