// run: Sender.SendAsync
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Shop.Mail;

/// <summary>Keeps one connection.</summary>
public sealed class Sender(string user) : IAsyncDisposable
{
    private const string Host = "smtp.office365.com";
    private readonly SmtpClient client = new();

    public async Task SendAsync(CancellationToken ct)
    {
        await EnsureConnectedAsync(ct);
        var message = new MimeMessage(new[] { MailboxAddress.Parse(user) }, new[] { MailboxAddress.Parse("ann@fabrikam.com") }, "f", new TextPart("plain") { Text = "x" });
        message.MessageId = "4711@contoso.com";
        try
        {
            await client.SendAsync(message, ct);
        }
        catch (Exception e) when (e is SmtpCommandException || e is SmtpProtocolException || e is IOException)
        {
            Console.WriteLine(e.Message);
        }
    }

    // Connects, where it is not.
    private async Task EnsureConnectedAsync(CancellationToken ct)
    {
        if (client.IsConnected && client.IsAuthenticated)
            return;
        await client.ConnectAsync(Host, 587, SecureSocketOptions.StartTls, ct);
        await client.AuthenticateAsync(user, Environment.GetEnvironmentVariable("SMTP_PASSWORD")!, ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (client.IsConnected)
            await client.DisconnectAsync(true);
        client.Dispose();
    }
}
