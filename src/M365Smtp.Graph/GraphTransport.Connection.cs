using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using MailKit.Security;

// MailService declares these members, obsolete or not.
#pragma warning disable CS0618, CS0672, SYSLIB0058

namespace M365Smtp.Graph;

// Members of a mail service that have no meaning over HTTPS: connection and sign-in.
public sealed partial class GraphTransport
{
    const string NothingToConnect =
        "GraphTransport has no connection to open and no sign-in on it: leave out Connect and Authenticate.";

    /// <inheritdoc/>
    public override object SyncRoot { get; } = new();

    /// <summary>Always <c>https</c>.</summary>
    protected override string Protocol => "https";

    /// <summary>Always empty: the credential handles the sign-in.</summary>
    public override HashSet<string> AuthenticationMechanisms { get; } = [];

    /// <summary>Always true: there is no connection to open.</summary>
    public override bool IsConnected => true;

    /// <summary>Always true: requests use https only.</summary>
    public override bool IsSecure => true;

    /// <inheritdoc cref="IsSecure"/>
    public override bool IsEncrypted => true;

    /// <inheritdoc cref="IsSecure"/>
    public override bool IsSigned => true;

    /// <summary>Always true: every request carries a token.</summary>
    public override bool IsAuthenticated => true;

    /// <summary>Not available: the HTTP client owns the connection.</summary>
    public override SslProtocols SslProtocol => SslProtocols.None;

    /// <inheritdoc cref="SslProtocol"/>
    public override CipherAlgorithmType? SslCipherAlgorithm => null;

    /// <inheritdoc cref="SslProtocol"/>
    public override int? SslCipherStrength => null;

    /// <inheritdoc cref="SslProtocol"/>
    public override HashAlgorithmType? SslHashAlgorithm => null;

    /// <inheritdoc cref="SslProtocol"/>
    public override int? SslHashStrength => null;

    /// <inheritdoc cref="SslProtocol"/>
    public override ExchangeAlgorithmType? SslKeyExchangeAlgorithm => null;

    /// <inheritdoc cref="SslProtocol"/>
    public override int? SslKeyExchangeStrength => null;

#if NET
    /// <inheritdoc cref="SslProtocol"/>
    public override TlsCipherSuite? SslCipherSuite => null;
#endif

    /// <summary>Not supported: there is nothing to connect.</summary>
    public override void Connect(
        string host,
        int port = 0,
        SecureSocketOptions options = SecureSocketOptions.Auto,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException(NothingToConnect);

    /// <inheritdoc cref="Connect(string, int, SecureSocketOptions, CancellationToken)"/>
    public override Task ConnectAsync(
        string host,
        int port = 0,
        SecureSocketOptions options = SecureSocketOptions.Auto,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException(NothingToConnect);

    /// <inheritdoc cref="Connect(string, int, SecureSocketOptions, CancellationToken)"/>
    public override void Connect(
        Socket socket,
        string host,
        int port = 0,
        SecureSocketOptions options = SecureSocketOptions.Auto,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException(NothingToConnect);

    /// <inheritdoc cref="Connect(string, int, SecureSocketOptions, CancellationToken)"/>
    public override Task ConnectAsync(
        Socket socket,
        string host,
        int port = 0,
        SecureSocketOptions options = SecureSocketOptions.Auto,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException(NothingToConnect);

    /// <inheritdoc cref="Connect(string, int, SecureSocketOptions, CancellationToken)"/>
    public override void Connect(
        Stream stream,
        string host,
        int port = 0,
        SecureSocketOptions options = SecureSocketOptions.Auto,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException(NothingToConnect);

    /// <inheritdoc cref="Connect(string, int, SecureSocketOptions, CancellationToken)"/>
    public override Task ConnectAsync(
        Stream stream,
        string host,
        int port = 0,
        SecureSocketOptions options = SecureSocketOptions.Auto,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException(NothingToConnect);

    /// <summary>Not supported: the credential handles the sign-in.</summary>
    public override void Authenticate(
        Encoding encoding,
        ICredentials credentials,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException(NothingToConnect);

    /// <inheritdoc cref="Authenticate(Encoding, ICredentials, CancellationToken)"/>
    public override Task AuthenticateAsync(
        Encoding encoding,
        ICredentials credentials,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException(NothingToConnect);

    /// <inheritdoc cref="Authenticate(Encoding, ICredentials, CancellationToken)"/>
    public override void Authenticate(SaslMechanism mechanism, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(NothingToConnect);

    /// <inheritdoc cref="Authenticate(Encoding, ICredentials, CancellationToken)"/>
    public override Task AuthenticateAsync(SaslMechanism mechanism, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(NothingToConnect);

    /// <summary>Does nothing: there is no connection to close.</summary>
    public override void Disconnect(bool quit, CancellationToken cancellationToken = default) { }

    /// <inheritdoc cref="Disconnect(bool, CancellationToken)"/>
    public override Task DisconnectAsync(bool quit, CancellationToken cancellationToken = default) =>
        Task.CompletedTask;

    /// <summary>Does nothing: there is no connection to keep open.</summary>
    public override void NoOp(CancellationToken cancellationToken = default) { }

    /// <inheritdoc cref="NoOp(CancellationToken)"/>
    public override Task NoOpAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
}
