using System.Net.Security;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Polly;

namespace PatientMailer;

/// <summary>Sends messages with OAuth, each through a pipeline that decides what to retry.</summary>
/// <param name="token">Supplies an access token; called for each attempt, so that an expired one is not reused.</param>
public sealed class Mailer(string host, int port, string mailbox, Func<Task<string>> token, ResiliencePipeline retry)
{
    /// <summary>For tests against a simulator; null, the default, trusts the machine's authorities.</summary>
    public RemoteCertificateValidationCallback? Trust { get; init; }

    /// <remarks>All attempts use the same Message-Id, so that the recipient can detect a duplicate.</remarks>
    public Task SendAsync(MimeMessage message, CancellationToken cancellation = default) =>
        retry.ExecuteAsync(async stop => await TryAsync(message, stop), cancellation).AsTask();

    async Task TryAsync(MimeMessage message, CancellationToken cancellation)
    {
        using var client = new SmtpClient();
        if (Trust is not null)
            (client.ServerCertificateValidationCallback, client.CheckCertificateRevocation) = (Trust, false);
        await client.ConnectAsync(host, port, SecureSocketOptions.StartTls, cancellation);
        await client.AuthenticateAsync(new SaslMechanismOAuth2(mailbox, await token()), cancellation);
        await client.SendAsync(message, cancellation);
        await client.DisconnectAsync(quit: true, cancellation);
    }
}
