using Azure.Core;
using M365Smtp.Graph.Messages;
using M365Smtp.Graph.Requests;
using MailKit;
using MimeKit;

namespace M365Smtp.Graph;

/// <summary>
/// Sends MimeKit messages from one mailbox through Microsoft Graph. Use it instead of MailKit's <c>SmtpClient</c> and
/// leave out connect and sign-in; code that creates and sends messages stays the same.
/// </summary>
/// <remarks>
/// Requires the permission Mail.Send; messages over 3 MB also require Mail.ReadWrite. Thread-safe for sending. A sent
/// message is saved in Sent Items.
/// </remarks>
public sealed partial class GraphTransport : MailTransport
{
    readonly MailboxRequests requests;
    bool isDisposed;

    /// <inheritdoc cref="GraphTransport(TokenCredential, string, GraphTransportOptions)"/>
    /// <exception cref="ArgumentException"><paramref name="mailbox"/> is empty.</exception>
    public GraphTransport(TokenCredential credential, string mailbox)
        : this(credential, mailbox, new()) { }

    /// <summary>Sends from a mailbox with tokens from an Azure credential.</summary>
    /// <param name="credential">A managed identity, a certificate or any other credential that caches its
    /// tokens.</param>
    /// <param name="mailbox">The UPN or object id of the sending mailbox.</param>
    /// <param name="options">Cloud, retry and HTTP options.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="mailbox"/> is empty, or the endpoint is not an https address.
    /// </exception>
    public GraphTransport(TokenCredential credential, string mailbox, GraphTransportOptions options)
        : base(new NullProtocolLogger())
    {
        if (credential is null)
            throw new ArgumentNullException(nameof(credential));
        if (options is null)
            throw new ArgumentNullException(nameof(options));
        if (string.IsNullOrWhiteSpace(mailbox))
            throw new ArgumentException("The mailbox is empty.", nameof(mailbox));
        if (options.Endpoint is not { IsAbsoluteUri: true, Scheme: "https" })
            throw new ArgumentException("Tokens are sent to https addresses only.", nameof(options));
        Mailbox = mailbox;
        requests = new(new(credential, options), options.Endpoint, mailbox);
    }

    /// <inheritdoc cref="GraphTransport(Func{CancellationToken, Task{string}}, string, GraphTransportOptions)"/>
    /// <exception cref="ArgumentException"><paramref name="mailbox"/> is empty.</exception>
    public GraphTransport(Func<CancellationToken, Task<string>> accessToken, string mailbox)
        : this(accessToken, mailbox, new()) { }

    /// <summary>Sends from a mailbox with tokens from a delegate.</summary>
    /// <inheritdoc cref="GraphTransport(TokenCredential, string, GraphTransportOptions)"/>
    /// <param name="accessToken">Returns an access token for Microsoft Graph. Called for each request, so it must cache
    /// and renew tokens.</param>
    public GraphTransport(
        Func<CancellationToken, Task<string>> accessToken,
        string mailbox,
        GraphTransportOptions options
    )
        : this(
            new CallbackCredential(accessToken ?? throw new ArgumentNullException(nameof(accessToken))),
            mailbox,
            options
        )
    { }

    /// <summary>The sending mailbox.</summary>
    public string Mailbox { get; }

    /// <summary>The timeout of one request in milliseconds; 120,000 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is 0 or negative.</exception>
    public override int Timeout
    {
        get => (int)requests.Timeout.TotalMilliseconds;
        set =>
            requests.Timeout =
                value > 0 ? TimeSpan.FromMilliseconds(value) : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>Sends the message to its To, Cc and Bcc recipients.</summary>
    /// <param name="options">How to format the message.</param>
    /// <param name="message">The message. It is prepared for 7-bit transfer, like in MailKit's SmtpClient.</param>
    /// <param name="cancellationToken">Stops waiting. A request that was already sent may still be executed.</param>
    /// <param name="progress">Reports the bytes sent.</param>
    /// <returns>The HTTP status and request id of the response.</returns>
    /// <exception cref="InvalidOperationException">The message has no sender or no recipients.</exception>
    /// <exception cref="NotSupportedException">Microsoft Graph would send the message to other recipients or from
    /// another sender.</exception>
    /// <exception cref="MailKit.Security.AuthenticationException">No token was available, or it was
    /// refused.</exception>
    /// <exception cref="GraphException">Microsoft Graph refused to send.</exception>
    /// <exception cref="IOException">The network failed.</exception>
    /// <exception cref="TimeoutException">A request took longer than <see cref="Timeout"/>.</exception>
    public override string Send(
        FormatOptions options,
        MimeMessage message,
        CancellationToken cancellationToken = default,
        ITransferProgress? progress = null
    ) => Completed(SendAsync(new(Of(options), Of(message)), isAsync: false, progress, cancellationToken));

    /// <inheritdoc cref="Send(FormatOptions, MimeMessage, CancellationToken, ITransferProgress?)"/>
    public override Task<string> SendAsync(
        FormatOptions options,
        MimeMessage message,
        CancellationToken cancellationToken = default,
        ITransferProgress? progress = null
    ) => SendAsync(new(Of(options), Of(message)), isAsync: true, progress, cancellationToken);

    /// <summary>Sends the message if its headers name this sender and these recipients.</summary>
    /// <inheritdoc cref="Send(FormatOptions, MimeMessage, CancellationToken, ITransferProgress?)"/>
    /// <param name="sender">The sender, as in the message: Microsoft Graph has no envelope.</param>
    /// <param name="recipients">The recipients, as in To, Cc and Bcc of the message.</param>
    public override string Send(
        FormatOptions options,
        MimeMessage message,
        MailboxAddress sender,
        IEnumerable<MailboxAddress> recipients,
        CancellationToken cancellationToken = default,
        ITransferProgress? progress = null
    )
    {
        var outgoing = new OutgoingMessage(Of(options), Of(message));
        outgoing.RequireEnvelope(sender, recipients);
        return Completed(SendAsync(outgoing, isAsync: false, progress, cancellationToken));
    }

    /// <inheritdoc cref="Send(FormatOptions, MimeMessage, MailboxAddress, IEnumerable{MailboxAddress},
    /// CancellationToken, ITransferProgress?)"/>
    public override Task<string> SendAsync(
        FormatOptions options,
        MimeMessage message,
        MailboxAddress sender,
        IEnumerable<MailboxAddress> recipients,
        CancellationToken cancellationToken = default,
        ITransferProgress? progress = null
    )
    {
        var outgoing = new OutgoingMessage(Of(options), Of(message));
        outgoing.RequireEnvelope(sender, recipients);
        return SendAsync(outgoing, isAsync: true, progress, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        isDisposed = true;
        base.Dispose(disposing);
    }

    async Task<string> SendAsync(
        OutgoingMessage outgoing,
        bool isAsync,
        ITransferProgress? progress,
        CancellationToken cancel
    )
    {
        if (isDisposed)
            throw new ObjectDisposedException(nameof(GraphTransport));
        var mime = outgoing.Write();
        var answer =
            mime.Length <= Knowledge.GraphLimits.MessageBytes
                ? await requests.SendMailAsync(mime, isAsync, cancel).ConfigureAwait(false)
                : await new LargeMessage(requests, mime).SendAsync(isAsync, cancel).ConfigureAwait(false);
        progress?.Report(mime.Length, mime.Length);
        OnMessageSent(new MessageSentEventArgs(outgoing.Message, answer));
        return answer;
    }

    // Nothing to wait for: with isAsync false, every step ran synchronously.
    static string Completed(Task<string> done) => done.GetAwaiter().GetResult();

    static FormatOptions Of(FormatOptions options) => options ?? throw new ArgumentNullException(nameof(options));

    static MimeMessage Of(MimeMessage message) => message ?? throw new ArgumentNullException(nameof(message));
}
