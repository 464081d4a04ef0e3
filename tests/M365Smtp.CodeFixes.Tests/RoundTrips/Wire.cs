using System.Net.Sockets;
using Azure.Core;
using Azure.Identity;
using M365Smtp.Simulator;
using MailKit.Net.Proxy;
using MailKit.Net.Smtp;

namespace M365Smtp.CodeFixes.Tests.RoundTrips;

/// <summary>
/// Links the program under test to a client that always connects to the simulator, and to tokens that it accepts.
/// </summary>
public static class Wire
{
    const string Scope = "https://outlook.office365.com/.default";

    internal static readonly AsyncLocal<SmtpSimulator> Server = new();

    public static SmtpClient Client() =>
        new()
        {
            ProxyClient = new ToSimulator(Server.Value!.Port),
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = Server.Value!.Certificate.Validate,
        };

    /// <summary>Token requests fail.</summary>
    internal static readonly AsyncLocal<bool> HasNoTokens = new();

    public static AccessToken Token(TokenRequestContext request) =>
        HasNoTokens.Value
            ? throw new AuthenticationFailedException("No account in this environment.")
            : new(request.Scopes is [Scope] ? Scenario.Token : "of another audience", DateTimeOffset.MaxValue);

    /// <summary>Signs nobody in: returns the simulator's token.</summary>
    public class Credential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            Token(requestContext);

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => new(Token(requestContext));
    }

    sealed class ToSimulator(int port) : ProxyClient("localhost", port)
    {
        public override Stream Connect(string host, int port, CancellationToken cancellationToken = default) =>
            Connect(host, port, 0, cancellationToken);

        public override Stream Connect(
            string host,
            int port,
            int timeout,
            CancellationToken cancellationToken = default
        )
        {
            Assert.Equal("smtp.office365.com", host);
            Assert.Contains(port, new[] { 587, 25 });
            return new TcpClient("127.0.0.1", ProxyPort).GetStream();
        }

        public override Task<Stream> ConnectAsync(
            string host,
            int port,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(Connect(host, port, 0, cancellationToken));

        public override Task<Stream> ConnectAsync(
            string host,
            int port,
            int timeout,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(Connect(host, port, timeout, cancellationToken));
    }
}
