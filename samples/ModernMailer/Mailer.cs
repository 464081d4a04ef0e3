using Azure.Core;
using M365Smtp.Graph;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace ModernMailer;

/// <summary>Sends the same message by SMTP with OAuth 2.0 or through Microsoft Graph.</summary>
/// <param name="credential">Kept, so that it caches its tokens; SMTP and Graph each request their own.</param>
public sealed class Mailer(
    IOptions<MailOptions> options,
    TokenCredential credential,
    IServiceProvider services,
    GraphTransportOptions graph
)
{
    static readonly TokenRequestContext ForSmtp = new(["https://outlook.office365.com/.default"]);

    public async Task SendAsync(string subject, string text, CancellationToken cancel)
    {
        var message = new MimeMessage
        {
            Subject = subject,
            Body = new TextPart("plain") { Text = text },
        };
        message.From.Add(MailboxAddress.Parse(options.Value.Mailbox));
        message.To.Add(MailboxAddress.Parse(options.Value.To));
        using var transport = await OpenAsync(cancel);
        await transport.SendAsync(message, cancel);
        await transport.DisconnectAsync(true, cancel);
    }

    async Task<IMailTransport> OpenAsync(CancellationToken cancel)
    {
        var mail = options.Value;
        if (mail.Way == Way.Graph)
            return new GraphTransport(credential, mail.Mailbox, graph);
        var client = services.GetRequiredService<SmtpClient>();
        await client.ConnectAsync(mail.Host, mail.Port, SecureSocketOptions.StartTls, cancel);
        var token = await credential.GetTokenAsync(ForSmtp, cancel);
        await client.AuthenticateAsync(new SaslMechanismOAuth2(mail.Mailbox, token.Token), cancel);
        return client;
    }
}
