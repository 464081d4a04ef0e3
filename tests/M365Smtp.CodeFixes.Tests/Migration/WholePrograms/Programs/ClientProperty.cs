// run: Mailer.SendAsync
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Shop;

internal class Mailer
{
    SmtpClient Smtp => new SmtpClient();

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        using var client = Smtp;
        await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls, cancellationToken).ConfigureAwait(false);
        await client.AuthenticateAsync("alerts@contoso.com", "P@ssw0rd!", cancellationToken).ConfigureAwait(false);
        await client.SendAsync(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@fabrikam.com")], "p", new TextPart("plain") { Text = "x" }), cancellationToken).ConfigureAwait(false);
        await client.DisconnectAsync(true, cancellationToken).ConfigureAwait(false);
    }
}
