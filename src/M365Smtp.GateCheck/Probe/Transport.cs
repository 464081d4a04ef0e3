using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace M365Smtp.Probe;

/// <summary>The network, replaceable so that tests can use a hostile one.</summary>
internal interface ITransport : IDisposable
{
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation);
    Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellation);
    Task<(Stream Stream, string Detail)> SecureAsync(
        Stream plain,
        GateCheckOptions options,
        CancellationToken cancellation
    );
}

/// <summary>
/// The framework's TCP and TLS. Disposing it aborts pending operations, which enforces the deadline where the framework
/// accepts no cancellation token.
/// </summary>
internal sealed class NetworkTransport : ITransport
{
    TcpClient? client;

    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation) =>
        IPAddress.TryParse(host, out var address)
            ? Task.FromResult<IPAddress[]>([address])
            : Dns.GetHostAddressesAsync(host);

    public async Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellation)
    {
        client = NewClient();
        await client
            .ConnectAsync(
                Socket.OSSupportsIPv6
                    ? addresses
                    : [.. addresses.Where(address => address.AddressFamily == AddressFamily.InterNetwork)],
                port
            )
            .ConfigureAwait(false);
        return client.GetStream();
    }

    public async Task<(Stream Stream, string Detail)> SecureAsync(
        Stream plain,
        GateCheckOptions options,
        CancellationToken cancellation
    )
    {
        var check = new CertificateCheck(options.Host, options.TrustedAuthority);
        var tls = new SslStream(
            plain,
            leaveInnerStreamOpen: false,
            (_, certificate, chain, errors) => check.Accept(certificate, chain, errors)
        );
        try
        {
            var name = options.Host.TrimEnd('.');
            await tls.AuthenticateAsClientAsync(name, null, SslProtocols.None, checkCertificateRevocation: false)
                .ConfigureAwait(false);
        }
        catch (AuthenticationException) when (check.Refusal is not null)
        {
            throw check.Refusal;
        }
        return (tls, $"{Name(tls.SslProtocol)}, {check.Detail}");
    }

    public void Dispose() => client?.Dispose();

    static TcpClient NewClient() =>
        Socket.OSSupportsIPv6
            ? new(AddressFamily.InterNetworkV6) { Client = { DualMode = true }, NoDelay = true }
            : new(AddressFamily.InterNetwork) { NoDelay = true };

    // netstandard2.0 has no name for TLS 1.3.
    static string Name(SslProtocols protocol) =>
        (int)protocol switch
        {
            0x0C00 => "TLS 1.2",
            0x3000 => "TLS 1.3",
            _ => throw new AuthenticationException(
                $"The server agreed on {protocol}; Exchange Online needs TLS 1.2 or newer."
            ),
        };
}
