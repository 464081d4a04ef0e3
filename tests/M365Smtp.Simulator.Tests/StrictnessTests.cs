using Microsoft.Extensions.Time.Testing;

namespace M365Smtp.Simulator.Tests;

/// <summary>What a lenient test server accepts, but Exchange Online or the RFCs do not.</summary>
public class StrictnessTests
{
    [Theory]
    [InlineData("EHLO")]
    [InlineData("HELO")]
    [InlineData("EHLO my_host")]
    [InlineData("EHLO host.example.")]
    [InlineData("EHLO -host.example")]
    [InlineData("EHLO two names")]
    [InlineData("EHLO [127.0.0.1")]
    [InlineData("EHLO [127.1]")]
    [InlineData("EHLO [IPv6:nothing]")]
    public async Task An_invalid_EHLO_name_is_refused(string hello)
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.ConnectAsync(server);

        Assert.StartsWith("501 5.5.4 Invalid domain name [AM0PR01CA0001.", await client.SayAsync(hello));
        Assert.StartsWith("503 5.5.2 Send hello first", await client.SayAsync("MAIL FROM:<alerts@contoso.com>"));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("DESKTOP-1A2B3C")]
    [InlineData("3f2a1b0c9d8e")]
    [InlineData("[127.0.0.1]")]
    [InlineData("[IPv6:::1]")]
    [InlineData("smtp.xn--mnchen-3ya.example")]
    public async Task Names_that_real_clients_send_are_accepted(string name)
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.ConnectAsync(server);

        Assert.StartsWith("250-", await client.SayAsync("EHLO " + name));
    }

    [Theory]
    [InlineData("MAIL FROM:<alerts>", "501 5.1.7")]
    [InlineData("MAIL FROM:<alerts@>", "501 5.1.7")]
    [InlineData("MAIL FROM:<@contoso.com>", "501 5.1.7")]
    [InlineData("MAIL FROM:<al erts@contoso.com>", "501 5.1.7")]
    [InlineData("MAIL FROM:<alerts@con_toso.com>", "501 5.1.7")]
    [InlineData("MAIL FROM:<a@b@contoso.com>", "501 5.1.7")]
    [InlineData("MAIL FROM:<.alerts@contoso.com>", "501 5.1.7")]
    [InlineData("MAIL FROM:alerts@contoso.com", "501 5.5.4")]
    [InlineData("MAIL FROM:<alerts@contoso.com> FOO=1", "555 5.5.4")]
    [InlineData("MAIL FROM:<alerts@contoso.com> SIZE=big", "501 5.5.4")]
    [InlineData("MAIL FROM:<alerts@contoso.com> SIZE=1 SIZE=2", "501 5.5.4")]
    [InlineData("MAIL FROM:<alerts@contoso.com> BODY=9BIT", "501 5.5.4")]
    [InlineData("MAIL FROM:<alerts@contoso.com> SMTPUTF8=yes", "501 5.5.4")]
    [InlineData("MAIL FROM:<alerts@contoso.com> SIZE=99999999999999999999", "552 5.3.4")]
    [InlineData("MAIL FROM:<älerts@contoso.com>", "553 5.6.7")]
    [InlineData("MAIL FROM:<alerts@contoso.com> BODY=8BITMIME SIZE=10 RET=HDRS ENVID=x AUTH=<>", "250 2.1.0")]
    [InlineData("MAIL FROM:<älerts@contoso.com> SMTPUTF8", "250 2.1.0")]
    [InlineData("MAIL FROM:<\"al> erts\"@contoso.com>", "250 2.1.0")]
    [InlineData("MAIL FROM:<>", "250 2.1.0")]
    public async Task The_sender_and_its_parameters_are_parsed_strictly(string command, string answer)
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.SignedInAsync(server);

        Assert.StartsWith(answer, await client.SayAsync(command));
    }

    [Theory]
    [InlineData("RCPT TO:<ops>", "501 5.1.3")]
    [InlineData("RCPT TO:<öps@contoso.com>", "553 5.6.7")]
    [InlineData("RCPT TO:<ops@contoso.com> SIZE=1", "555 5.5.4")]
    [InlineData("RCPT TO:<ops@contoso.com> NOTIFY=SOMETIMES", "501 5.5.4")]
    [InlineData("RCPT TO:<ops@contoso.com> NOTIFY=NEVER ORCPT=rfc822;ops@contoso.com", "250 2.1.5")]
    public async Task The_recipient_and_its_parameters_are_parsed_strictly(string command, string answer)
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.SignedInAsync(server);
        await client.SayAsync("MAIL FROM:<alerts@contoso.com>");

        Assert.StartsWith(answer, await client.SayAsync(command));
    }

    [Fact]
    public async Task MailKit_can_send_to_an_international_address()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await Clients.MailKitAsync(server);
        await client.AuthenticateAsync(Scenario.Mailbox, Scenario.Password);
        var message = Clients.Message();
        message.To.Add(new MimeKit.MailboxAddress("", "jürgen@contoso.com"));
        var international = new MimeKit.FormatOptions { International = true };

        await client.SendAsync(international, message);

        Assert.Contains("jürgen@contoso.com", Assert.Single(server.Messages).Recipients);
    }

    [Theory]
    [InlineData("From: alerts@contoso.com\r\nFrom: boss@contoso.com", "554 5.2.252")]
    [InlineData("From: alerts@contoso.com\r\nSubject: x\r\nFROM : boss@contoso.com", "554 5.2.252")]
    [InlineData("From: alerts@contoso.com\nFrom: boss@contoso.com", "554 5.2.252")]
    [InlineData("From: Team: boss@contoso.com;", "554 5.2.252")]
    [InlineData("From:\r\n boss@contoso.com", "554 5.2.252")]
    [InlineData("From: nobody", "550 5.7.512")]
    [InlineData("From: ", "550 5.7.512")]
    [InlineData("From: alerts@contoso.com\r\nFrom: alerts@contoso.com", "550 5.1.20")]
    [InlineData("From: alerts@contoso.com, noreply@contoso.com", "550 5.1.20")]
    [InlineData("From: alerts@contoso.com, noreply@contoso.com\r\nSender: alerts@contoso.com", "250 2.0.0")]
    [InlineData("Subject: alerts@contoso.com\n\nFrom: boss@contoso.com", "250 2.0.0")]
    public async Task Send_As_applies_to_every_From_field(string header, string answer)
    {
        await using var server = await SmtpSimulator.StartAsync(t =>
            t.Mailbox(Scenario.Mailbox, Scenario.Password, m => m.Aliases("noreply@contoso.com"))
        );
        using var client = await RawClient.SignedInAsync(server);
        await client.SayAsync("MAIL FROM:<alerts@contoso.com>");
        await client.SayAsync("RCPT TO:<ops@contoso.com>");
        await client.SayAsync("DATA");

        Assert.StartsWith(answer, await client.SayAsync(header + "\r\n\r\nhello\r\n."));
    }

    [Fact]
    public async Task A_star_cancels_a_sign_in_and_is_not_a_wrong_password()
    {
        await using var server = await SmtpSimulator.StartAsync(t =>
            t.Lockout(1, TimeSpan.FromHours(1)).Mailbox(Scenario.Mailbox, Scenario.Password)
        );
        using var client = await RawClient.SecuredAsync(server);

        await client.SayAsync("AUTH LOGIN");
        Assert.StartsWith("501 5.7.0", await client.SayAsync("*"));
        await client.SayAsync("AUTH LOGIN " + RawClient.Base64(Scenario.Mailbox));
        Assert.StartsWith("501 5.7.0", await client.SayAsync("*"));
        await client.SayAsync("AUTH LOGIN " + RawClient.Base64(Scenario.Mailbox));
        Assert.StartsWith("501 5.5.2", await client.SayAsync("!!!"));
        await client.SayAsync("AUTH XOAUTH2");
        Assert.StartsWith("501 5.7.0", await client.SayAsync("*"));
        Assert.StartsWith("501 5.5.4", await client.SayAsync("AUTH"));

        Assert.StartsWith("235", await client.LoginAsync());
    }

    [Fact]
    public async Task A_chunk_before_MAIL_does_not_poison_the_session()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.SignedInAsync(server);

        await client.WriteAsync("BDAT 4\r\nlost");
        Assert.StartsWith("503 5.5.2 Need mail command", await client.ReadAsync());
        await client.WriteAsync("BDAT 4 FIRST\r\n");
        Assert.StartsWith("501 5.5.4", await client.ReadAsync());

        Assert.StartsWith("250 2.0.0 OK", await client.SendAsync());
        Assert.DoesNotContain("lost", Assert.Single(server.Messages).ToString());
    }

    [Fact]
    public async Task A_binary_message_requires_BDAT()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.SignedInAsync(server);
        await client.SayAsync("MAIL FROM:<alerts@contoso.com> BODY=BINARYMIME");
        await client.SayAsync("RCPT TO:<ops@contoso.com>");

        Assert.StartsWith("503 5.5.1", await client.SayAsync("DATA"));
        await client.WriteAsync("BDAT 8 LAST\r\nA: b\r\n\r\n");
        Assert.StartsWith("250 2.0.0 OK", await client.ReadAsync());
    }

    [Fact]
    public async Task VRFY_and_HELP_reveal_nothing()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.ConnectAsync(server);

        Assert.StartsWith("252 ", await client.SayAsync("VRFY alerts@contoso.com"));
        Assert.StartsWith("501 5.5.4", await client.SayAsync("VRFY"));
        Assert.StartsWith("214 ", await client.SayAsync("HELP"));
        Assert.DoesNotContain(server.Sessions[0].Transcript, line => line.Contains("not known"));
    }

    [Fact]
    public async Task An_idle_client_is_disconnected()
    {
        var time = new FakeTimeProvider();
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open, new() { TimeProvider = time });
        using var commands = await RawClient.SignedInAsync(server);
        using var message = await RawClient.SignedInAsync(server);
        await message.SayAsync("MAIL FROM:<alerts@contoso.com>");
        await message.SayAsync("RCPT TO:<ops@contoso.com>");
        await message.SayAsync("DATA");
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.StartsWith("250", await commands.SayAsync("NOOP"));

        // Advances the clock until both have timed out: the simulator sets its timer when it starts to read.
        foreach (var client in new[] { commands, message })
        {
            var last = client.ReadAsync();
            Assert.True(
                await Signal.UntilAsync(() =>
                {
                    time.Advance(TimeSpan.FromMinutes(5));
                    return last.IsCompleted;
                })
            );
            Assert.Equal("421 4.4.2 Connection timed out", await last);
            Assert.Equal("", await client.ReadAsync());
        }
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task A_client_that_never_starts_the_handshake_is_disconnected()
    {
        var time = new FakeTimeProvider();
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open, new() { TimeProvider = time });
        using var client = await RawClient.ConnectAsync(server);
        await client.SayAsync("EHLO client.example");
        await client.SayAsync("STARTTLS");

        Assert.True(
            await Signal.UntilAsync(() =>
            {
                time.Advance(TimeSpan.FromMinutes(5));
                return server.Sessions[0].HasEnded;
            })
        );
    }
}
