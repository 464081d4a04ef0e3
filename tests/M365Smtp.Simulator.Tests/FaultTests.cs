using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Time.Testing;

namespace M365Smtp.Simulator.Tests;

public class FaultTests
{
    [Theory]
    [InlineData(SmtpStage.Banner)]
    [InlineData(SmtpStage.Ehlo)]
    [InlineData(SmtpStage.StartTls)]
    public async Task A_cut_connection_closes_instead_of_the_reply(SmtpStage stage)
    {
        await using var server = await StartAsync(NetworkFault.Cut(at: stage));
        using var client = await RawClient.ConnectAsync(server);

        Assert.Equal(stage == SmtpStage.Banner, client.Banner.Length == 0);
        if (stage == SmtpStage.Banner)
            return;
        Assert.Equal(stage == SmtpStage.Ehlo, await client.SayAsync("EHLO client.example") == "");
        if (stage == SmtpStage.Ehlo)
            return;
        Assert.Equal("", await client.SayAsync("STARTTLS"));
    }

    [Fact]
    public async Task A_message_is_delivered_if_the_connection_is_cut_after_it()
    {
        await using var server = await StartAsync(NetworkFault.Cut(at: SmtpStage.Message));
        using var client = await RawClient.SignedInAsync(server);

        Assert.Equal("", await client.SendAsync());
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task Garbage_is_not_a_reply()
    {
        await using var server = await StartAsync(NetworkFault.Garbage(at: SmtpStage.Banner));

        await Assert.ThrowsAsync<SmtpProtocolException>(() => Clients.MailKitAsync(server));
    }

    [Fact]
    public async Task An_endless_line_ends_when_the_client_disconnects()
    {
        await using var server = await StartAsync(NetworkFault.EndlessLine(at: SmtpStage.Banner));
        using (var client = new System.Net.Sockets.TcpClient(server.Host, server.Port))
        {
            var buffer = new byte[100_000];
            await client.GetStream().ReadExactlyAsync(buffer);
            Assert.DoesNotContain((byte)'\n', buffer);
        }

        Assert.True(await Signal.UntilAsync(() => server.Sessions[0].HasEnded));
    }

    [Fact]
    public async Task A_silent_server_is_silent_until_it_is_stopped()
    {
        var server = await StartAsync(NetworkFault.Silence(at: SmtpStage.Banner));
        var connecting = RawClient.ConnectAsync(server);
        Assert.True(await Signal.UntilAsync(() => server.Sessions is [{ Transcript.Count: 2 }]));
        Assert.False(connecting.IsCompleted);

        await server.DisposeAsync();

        using var client = await connecting;
        Assert.Equal("", client.Banner);
    }

    [Fact]
    public async Task A_slow_server_uses_the_given_clock()
    {
        var time = new FakeTimeProvider();
        await using var server = await SmtpSimulator.StartAsync(
            Scenario.Open,
            new() { TimeProvider = time, Fault = NetworkFault.Slow(TimeSpan.FromSeconds(30)) }
        );
        var connecting = RawClient.ConnectAsync(server);
        Assert.True(await Signal.UntilAsync(() => server.Sessions.Count == 1));
        Assert.False(connecting.IsCompleted);

        Assert.True(
            await Signal.UntilAsync(() =>
            {
                time.Advance(TimeSpan.FromSeconds(30));
                return connecting.IsCompleted;
            })
        );

        using var client = await connecting;
        Assert.StartsWith("220", client.Banner);
    }

    [Fact]
    public async Task STARTTLS_can_be_hidden()
    {
        await using var server = await StartAsync(NetworkFault.NoStartTls);
        using var client = await RawClient.ConnectAsync(server);

        Assert.DoesNotContain("STARTTLS", await client.SayAsync("EHLO client.example"));
        Assert.StartsWith("500 5.3.3 Unrecognized command 'STARTTLS'", await client.SayAsync("STARTTLS"));
        await Assert.ThrowsAsync<NotSupportedException>(() => Clients.MailKitAsync(server));
    }

    [Theory]
    [InlineData(CertificateFault.WrongName)]
    [InlineData(CertificateFault.Expired)]
    [InlineData(CertificateFault.UnknownAuthority)]
    public async Task A_careful_client_refuses_a_wrong_certificate(CertificateFault fault)
    {
        await using var server = await StartAsync(NetworkFault.WrongCertificate(fault));

        await Assert.ThrowsAsync<SslHandshakeException>(() => Clients.MailKitAsync(server));
    }

    [Fact]
    public async Task Without_the_authority_the_right_certificate_is_refused_too()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = new SmtpClient { CheckCertificateRevocation = false };

        await Assert.ThrowsAsync<SslHandshakeException>(() =>
            client.ConnectAsync(server.Host, server.Port, SecureSocketOptions.StartTls)
        );
    }

    [Fact]
    public async Task Implicit_TLS_fails_in_the_handshake()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = new SmtpClient();

        await Assert.ThrowsAsync<SslHandshakeException>(() =>
            client.ConnectAsync(server.Host, server.Port, SecureSocketOptions.SslOnConnect)
        );
    }

    static Task<SmtpSimulator> StartAsync(NetworkFault fault) =>
        SmtpSimulator.StartAsync(Scenario.Open, new() { Fault = fault });
}
