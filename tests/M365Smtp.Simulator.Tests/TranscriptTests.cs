using System.Collections.Concurrent;

namespace M365Smtp.Simulator.Tests;

public class TranscriptTests
{
    [Fact]
    public async Task A_transcript_masks_secrets()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using (var client = await RawClient.SignedInAsync(server))
        {
            await client.SendAsync();
            await client.SayAsync("QUIT");
        }

        var session = server.Sessions[0];
        Assert.Equal(Scenario.Mailbox, session.SignedInAs);
        Assert.Equal(
            [
                "EHLO client.example",
                "STARTTLS",
                "EHLO client.example",
                "AUTH LOGIN",
                "********",
                "********",
                "MAIL FROM:<alerts@contoso.com>",
                "RCPT TO:<ops@contoso.com>",
                "DATA",
                "(a message of 51 bytes)",
                "QUIT",
            ],
            session.Transcript.Where(line => line.StartsWith("C: ", StringComparison.Ordinal)).Select(line => line[3..])
        );
        Assert.Contains("# signed in as alerts@contoso.com", session.Transcript);
    }

    [Theory]
    [InlineData("in its place")]
    [InlineData("as user name")]
    [InlineData("as command")]
    [InlineData("as mechanism")]
    [InlineData("behind another mechanism")]
    [InlineData("as token")]
    public async Task No_secret_reaches_the_transcript_wherever_the_client_puts_it(string where)
    {
        const string secret = "Tr0ub4dor";
        var log = new ConcurrentQueue<string>();
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open, new() { Log = log.Enqueue });
        using var client = await RawClient.SecuredAsync(server);

        _ = where switch
        {
            "in its place" => await client.LoginAsync(password: secret),
            "as user name" => await client.LoginAsync(user: secret),
            "as command" => await client.SayAsync(secret),
            "as mechanism" => await client.SayAsync("AUTH " + secret),
            "behind another mechanism" => await client.SayAsync("AUTH PLAIN " + RawClient.Base64(secret)),
            _ => await client.XOAuth2Async(token: secret),
        };

        var all = string.Join('\n', log.Concat(server.Sessions[0].Transcript));
        Assert.Contains("C: ", all);
        Assert.DoesNotContain(secret, all);
        Assert.DoesNotContain(RawClient.Base64(secret), all);
        Assert.DoesNotContain(RawClient.Base64($"user={Scenario.Mailbox}\u0001auth=Bearer {secret}\u0001\u0001"), all);
    }

    [Fact]
    public async Task The_log_gets_each_line_with_its_session_number()
    {
        var log = new ConcurrentQueue<string>();
        await using var server = await SmtpSimulator.StartAsync(
            Scenario.MailboxSmtpAuthOff,
            new() { Log = log.Enqueue }
        );
        using var first = await RawClient.ConnectAsync(server);
        using var second = await RawClient.SignedInAsync(server);

        Assert.Contains("[1] # connected from 127.0.0.1", log);
        Assert.Contains("[2] # alerts@contoso.com: MailboxSmtpAuthOff", log);
    }

    [Fact]
    public async Task Clear_deletes_messages_and_ended_sessions_only()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var open = await RawClient.SignedInAsync(server);
        await open.SendAsync();
        using (var ended = await RawClient.ConnectAsync(server))
            await ended.SayAsync("QUIT");
        Assert.True(await Signal.UntilAsync(() => server.Sessions[1].HasEnded));

        server.Clear();

        Assert.Empty(server.Messages);
        Assert.Equal([1], server.Sessions.Select(session => session.Number));
    }

    [Fact]
    public async Task A_stopped_simulator_frees_its_port_and_ends_its_sessions()
    {
        var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.ConnectAsync(server);

        await server.DisposeAsync();

        Assert.True(server.Sessions[0].HasEnded);
        await using var next = await SmtpSimulator.StartAsync(Scenario.Open, new() { Port = server.Port });
        Assert.Equal(server.Port, next.Port);
    }

    [Fact]
    public async Task A_port_in_use_is_reported()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);

        await Assert.ThrowsAsync<System.Net.Sockets.SocketException>(() =>
            SmtpSimulator.StartAsync(Scenario.Open, new() { Port = server.Port })
        );
    }
}
