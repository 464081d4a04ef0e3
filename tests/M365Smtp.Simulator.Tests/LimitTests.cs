using Microsoft.Extensions.Time.Testing;

namespace M365Smtp.Simulator.Tests;

public class LimitTests
{
    readonly FakeTimeProvider time = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_31st_message_of_a_minute_is_accepted_and_deferred()
    {
        await using var server = await StartAsync(mailbox => mailbox);
        using var client = await RawClient.SignedInAsync(server);

        for (var i = 0; i < 31; i++)
            Assert.StartsWith("250 2.0.0 OK", await client.SendAsync());

        Assert.Equal((30, 1), (server.Messages.Count, server.Deferred.Count));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((31, 0), (server.Messages.Count, server.Deferred.Count));
    }

    [Fact]
    public async Task Deferred_messages_count_against_the_next_minutes()
    {
        await using var server = await StartAsync(mailbox => mailbox.MessageRate(perMinute: 2));
        using var client = await RawClient.SignedInAsync(server);

        for (var i = 0; i < 5; i++)
            await client.SendAsync();

        var minutes = server
            .Messages.Concat(server.Deferred)
            .Select(message => (message.DeliveredAt - message.AcceptedAt).TotalMinutes);
        Assert.Equal([0, 0, 1, 1, 2], minutes);
    }

    [Fact]
    public async Task Recipients_count_in_a_sliding_window_of_24_hours()
    {
        await using var server = await StartAsync(mailbox => mailbox.RecipientsPerDay(2));
        using var client = await RawClient.SignedInAsync(server);
        await client.SendAsync();
        time.Advance(TimeSpan.FromHours(23));
        await client.SendAsync();

        Assert.Equal(
            "554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException",
            await client.SendAsync()
        );
        time.Advance(TimeSpan.FromHours(1));
        Assert.StartsWith("250", await client.SendAsync());
        Assert.StartsWith("554 5.2.0", await client.SendAsync());
    }

    [Fact]
    public async Task A_message_has_a_limited_number_of_recipients()
    {
        await using var server = await StartAsync(mailbox => mailbox.RecipientsPerMessage(1));
        using var client = await RawClient.SignedInAsync(server);
        await client.SayAsync("MAIL FROM:<alerts@contoso.com>");

        Assert.StartsWith("250", await client.SayAsync("RCPT TO:<one@contoso.com>"));
        Assert.StartsWith("452 4.5.3", await client.SayAsync("RCPT TO:<two@contoso.com>"));
    }

    [Fact]
    public async Task The_fourth_connection_may_not_send_until_one_of_three_ends()
    {
        await using var server = await StartAsync(mailbox => mailbox);
        using var first = await RawClient.SignedInAsync(server);
        using var second = await RawClient.SignedInAsync(server);
        using var third = await RawClient.SignedInAsync(server);
        using var fourth = await RawClient.SignedInAsync(server);

        Assert.StartsWith("432 4.3.2 Concurrent connections limit exceeded.", await fourth.SendAsync());
        Assert.StartsWith("250", await third.SendAsync());
        await first.SayAsync("QUIT");
        await first.ReadAsync();
        Assert.True(await Signal.UntilAsync(() => server.Sessions[0].HasEnded));
        Assert.StartsWith("250", await fourth.SendAsync());
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_the_account_for_a_minute_even_for_the_right_one()
    {
        await using var server = await StartAsync(mailbox => mailbox);
        using var client = await RawClient.SecuredAsync(server);

        for (var i = 0; i < 10; i++)
            Assert.Contains("the user credentials were incorrect", await client.LoginAsync(password: "wrong"));

        Assert.Contains("account locked", await client.LoginAsync());
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.StartsWith("235", await client.LoginAsync());
    }

    [Fact]
    public async Task A_client_that_disconnects_has_given_no_wrong_password()
    {
        await using var server = await SmtpSimulator.StartAsync(t =>
            t.Lockout(1, TimeSpan.FromHours(1)).Mailbox(Scenario.Mailbox, Scenario.Password)
        );
        using (var gone = await RawClient.SecuredAsync(server))
            await gone.SayAsync("AUTH LOGIN " + RawClient.Base64(Scenario.Mailbox));
        Assert.True(await Signal.UntilAsync(() => server.Sessions[0].HasEnded));
        using var client = await RawClient.SecuredAsync(server);

        Assert.StartsWith("235", await client.LoginAsync());
    }

    [Fact]
    public async Task The_right_password_resets_the_lockout_count()
    {
        await using var server = await SmtpSimulator.StartAsync(t =>
            t.Lockout(2, TimeSpan.FromHours(1)).Mailbox(Scenario.Mailbox, Scenario.Password)
        );
        for (var i = 0; i < 3; i++)
        {
            using var client = await RawClient.SecuredAsync(server);
            Assert.Contains("incorrect", await client.LoginAsync(password: "wrong"));
            Assert.StartsWith("235", await client.LoginAsync());
        }
    }

    [Fact]
    public async Task Two_hundred_connections_at_once_lose_no_message()
    {
        await using var server = await SmtpSimulator.StartAsync(t =>
            Enumerable.Range(0, 200).Aggregate(t, (tenant, i) => tenant.Mailbox($"m{i}@contoso.com", "secret"))
        );

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(async i =>
                {
                    using var client = await RawClient.SignedInAsync(server, $"m{i}@contoso.com", "secret");
                    return new[]
                    {
                        await client.SendAsync($"m{i}@contoso.com"),
                        await client.SendAsync($"m{i}@contoso.com"),
                    };
                })
        );

        Assert.All(answers.SelectMany(pair => pair), answer => Assert.StartsWith("250 2.0.0 OK", answer));
        Assert.Equal(400, server.Messages.Count);
        Assert.Equal(200, server.Messages.Select(message => message.From).Distinct().Count());
    }

    Task<SmtpSimulator> StartAsync(Func<Mailbox, Mailbox> limits) =>
        SmtpSimulator.StartAsync(
            t => t.Mailbox(Scenario.Mailbox, Scenario.Password, limits),
            new() { TimeProvider = time, IdleTimeout = Timeout.InfiniteTimeSpan }
        );
}
