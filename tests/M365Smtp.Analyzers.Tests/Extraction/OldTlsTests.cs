namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>The versions of TLS that a client allows though Exchange Online refuses them, by their names.</summary>
public class OldTlsTests
{
    [Theory]
    [InlineData("SslProtocols.Ssl2", "SSL 2")]
    [InlineData("SslProtocols.Ssl3", "SSL 3")]
    [InlineData("SslProtocols.Tls", "TLS 1.0")]
    [InlineData("SslProtocols.Tls11", "TLS 1.1")]
    [InlineData("SslProtocols.Tls | SslProtocols.Tls11", "TLS 1.0 and TLS 1.1")]
    [InlineData("SslProtocols.Ssl3 | SslProtocols.Tls | SslProtocols.Tls12", "SSL 3 and TLS 1.0")]
    [InlineData("SslProtocols.Default", "SSL 3 and TLS 1.0")]
    [InlineData("(SslProtocols)192", "TLS 1.0")]
    [InlineData("SslProtocols.Tls12", null)]
    [InlineData("SslProtocols.Tls12 | SslProtocols.Tls13", null)]
    [InlineData("SslProtocols.None", null)]
    [InlineData("given", null)]
    public void Allowed_by(string protocols, string? names) =>
        Assert.Equal(
            (protocols, "Connect: h:587 Implicit, no login" + (names is null ? "" : ", " + names)),
            (
                protocols,
                Facts.OfCSharp(
                    $$"""
                    using System.Security.Authentication; using MailKit.Net.Smtp;
                    #pragma warning disable
                    class C {
                        void M(SslProtocols given) {
                            using var k = new SmtpClient { SslProtocols = {{protocols}} };
                            k.Connect("h", 587, true);
                        }
                    }
                    """
                )
            )
        );
}
