using M365Smtp;
using M365Smtp.Simulator;
using MimeKit;

namespace PatientMailer.Tests;

/// <summary>The sample against the simulator: how often a server hears of one message.</summary>
public class RetryTests
{
    static readonly RetryOptions AtOnce = new(2, TimeSpan.Zero, TimeSpan.Zero);

    static MimeMessage Message(string from) =>
        new(
            [MailboxAddress.Parse(from)],
            [MailboxAddress.Parse("ops@contoso.com")],
            "hello",
            new TextPart("plain") { Text = "hello" }
        );

    static async Task<Exception?> SendAsync(SmtpSimulator server, RetryOptions options, string from = Scenario.Mailbox)
    {
        var retry = SubmissionRetry.Create(options);
        var mailer = new Mailer(
            server.Host,
            server.Port,
            Scenario.Mailbox,
            () => Task.FromResult(server.IssueApplicationToken()),
            retry
        )
        {
            Trust = server.Certificate.Validate,
        };
        return await Record.ExceptionAsync(() =>
            mailer.SendAsync(Message(from), TestContext.Current.CancellationToken)
        );
    }

    public static TheoryData<string> Scenarios => [.. Scenario.All.Select(scenario => scenario.Name)];

    [Theory, MemberData(nameof(Scenarios))]
    public async Task It_is_tried_again_where_the_advice_allows_it_and_nowhere_else(string name)
    {
        var scenario = Scenario.Find(name)!;
        await using var server = await SmtpSimulator.StartAsync(scenario);

        var failure = await SendAsync(
            server,
            AtOnce,
            scenario == Scenario.SendAs ? "boss@contoso.com" : Scenario.Mailbox
        );

        var mayRetry = failure is not null && SmtpReply.Explain(failure).Retry != RetryAdvice.Never;
        Assert.Equal(mayRetry ? 3 : 1, server.Sessions.Count);
    }

    [Fact]
    public async Task A_limit_that_clears_lets_the_message_through_once()
    {
        SmtpSimulator? server = null;
        await using (
            server = await SmtpSimulator.StartAsync(
                Scenario.Concurrency,
                new()
                {
                    SessionEnded = session =>
                    {
                        if (session.Number == 2)
                            server!.Change(t => t.EveryMailbox(mailbox => mailbox.ConcurrentConnections(3)));
                    },
                }
            )
        )
        {
            // Enough tries: the session may end a little after the client has gone.
            Assert.Null(await SendAsync(server, AtOnce with { Attempts = 20, Later = TimeSpan.FromMilliseconds(1) }));

            Assert.Single(server.Messages);
            Assert.True(server.Sessions.Count >= 3);
        }
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_tried_again()
    {
        int port;
        await using (var gone = await SmtpSimulator.StartAsync(Scenario.Open))
            port = gone.Port;
        var gates = new List<Gate>();
        var retry = SubmissionRetry.Create(AtOnce, (why, _) => gates.Add(why.Gate));
        var mailer = new Mailer("localhost", port, Scenario.Mailbox, () => Task.FromResult("token"), retry);

        await Assert.ThrowsAnyAsync<System.Net.Sockets.SocketException>(() =>
            mailer.SendAsync(Message(Scenario.Mailbox), TestContext.Current.CancellationToken)
        );

        Assert.Equal([Gate.Network, Gate.Network], gates);
    }

    [Fact]
    public void The_pauses_grow_and_a_limit_waits_longer_than_a_passing_fault()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var pauses = new List<TimeSpan>();
        var retry = SubmissionRetry.Create(
            RetryOptions.Default with
            {
                TimeProvider = time,
            },
            (_, pause) => pauses.Add(pause)
        );
        var tries = 0;

        var run = retry
            .ExecuteAsync(_ =>
                ++tries > 3
                    ? ValueTask.CompletedTask
                    : throw new InvalidOperationException("432 4.3.2 Concurrent connections limit exceeded.")
            )
            .AsTask();
        while (!run.IsCompleted)
            time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(4)], pauses);
    }

    [Fact]
    public async Task A_refused_certificate_is_not()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        server.Fault = NetworkFault.WrongCertificate(CertificateFault.Expired);

        Assert.NotNull(await SendAsync(server, AtOnce));

        Assert.Single(server.Sessions);
    }

    [Fact]
    public async Task A_refused_token_is_asked_for_once()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        server.Change(t => t.TokenLifetime(TimeSpan.Zero));

        Assert.NotNull(await SendAsync(server, AtOnce));

        Assert.Single(server.Sessions);
    }
}
