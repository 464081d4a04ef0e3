using System.Net;
using System.Net.Sockets;
using System.Text;
using M365Smtp.Simulator;

namespace M365Smtp.Tests.Clients;

/// <summary>Real servers whose certificates and handshakes a careful client refuses.</summary>
public class CertificateTests
{
    static async Task<GateReport> ProbeAsync(CertificateFault fault, bool trust = true)
    {
        await using var server = await SmtpSimulator.StartAsync(
            Scenario.Open,
            new() { Fault = NetworkFault.WrongCertificate(fault) }
        );
        var report = await GateCheck.RunAsync(
            new()
            {
                Host = server.Host,
                Port = server.Port,
                Mailbox = Scenario.Mailbox,
                Password = Scenario.Password,
                TrustedAuthority = trust ? server.Certificate.Authority : null,
            },
            TestContext.Current.CancellationToken
        );
        Assert.Equal((GateVerdict.Closed, Gate.Tls, false), (report.Verdict, report.ClosedGate, report.SignInTried));
        return report;
    }

    static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd");

    [Fact]
    public async Task A_certificate_for_another_host_is_reported_with_both_names()
    {
        var report = await ProbeAsync(CertificateFault.WrongName);

        Assert.Contains("it is for 'mail.example.com', not for 'localhost'", report.Summary);
        Assert.DoesNotContain("does not trust its issuer", report.Summary);
        Assert.Contains("DNS name", Assert.Single(report.Remedies).Text);
    }

    [Fact]
    public async Task An_expired_certificate_is_reported_with_its_date()
    {
        var now = TimeProvider.System.GetUtcNow();

        var report = await ProbeAsync(CertificateFault.Expired);

        Assert.Contains($"it expired on {Day(now.AddHours(-1))}", report.Summary);
        Assert.Contains($"valid from {Day(now.AddHours(-25))} until {Day(now.AddHours(-1))}", report.Summary);
        Assert.Contains("clock", Assert.Single(report.Remedies).Text);
    }

    [Fact]
    public async Task An_untrusted_issuer_is_reported_with_the_usual_cause()
    {
        var report = await ProbeAsync(CertificateFault.UnknownAuthority);

        Assert.Contains("this machine does not trust its issuer, CN=Nobody: often a proxy", report.Summary);
        Assert.Contains("certificate CN=smtp.office365.com, issued by CN=Nobody, valid from 20", report.Summary);
        Assert.Contains("TLS inspection", Assert.Single(report.Remedies).Text);
    }

    [Fact]
    public async Task Without_a_custom_authority_the_reasons_are_the_same()
    {
        var report = await ProbeAsync(CertificateFault.Expired, trust: false);

        Assert.Contains("it expired on ", report.Summary);
        Assert.Contains("does not trust its issuer, CN=M365Smtp.Simulator", report.Summary);
    }

    [Fact]
    public async Task A_plaintext_reply_to_the_handshake_is_reported_with_the_innermost_reason()
    {
        var report = await HandshakeAsync("454 4.7.0 TLS not available\r\n");

        Assert.Equal(Gate.Tls, report.ClosedGate);
        Assert.StartsWith("The TLS handshake failed: ", report.Summary);
        Assert.DoesNotContain("see inner exception", report.Summary);
    }

    [Fact]
    public async Task A_server_that_disconnects_during_the_handshake_closes_no_gate() =>
        Assert.Equal(
            (GateVerdict.Unknown, Gate.Unknown),
            await HandshakeAsync("") is var report ? (report.Verdict, report.ClosedGate) : default
        );

    /// <summary>A server that sends this text instead of a TLS handshake and disconnects.</summary>
    static async Task<GateReport> HandshakeAsync(string said)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            var reader = new StreamReader(stream);
            await stream.WriteAsync("220 here Microsoft ESMTP MAIL Service ready\r\n"u8.ToArray());
            await reader.ReadLineAsync();
            await stream.WriteAsync("250-here\r\n250 STARTTLS\r\n"u8.ToArray());
            await reader.ReadLineAsync();
            await stream.WriteAsync("220 go\r\n"u8.ToArray());
            await stream.ReadExactlyAsync(new byte[1]);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(said));
            client.Client.Shutdown(SocketShutdown.Send);
            while (await stream.ReadAsync(new byte[4096]) > 0) { }
        });
        var report = await GateCheck.RunAsync(
            new()
            {
                Host = "localhost",
                Port = ((IPEndPoint)listener.LocalEndpoint).Port,
                Mailbox = "a@contoso.com",
                Password = "P@ssw0rd!",
            },
            TestContext.Current.CancellationToken
        );
        await serving;
        return report;
    }
}
