namespace M365Smtp.Simulator.Tests;

public class ProtocolTests
{
    [Fact]
    public async Task The_banner_is_that_of_Exchange_Online()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.ConnectAsync(server);

        Assert.Matches(
            @"^220 AM0PR01CA0001\.outlook\.office365\.com Microsoft ESMTP MAIL Service ready at \w{3}, \d+ \w{3} \d{4} \d\d:\d\d:\d\d \+0000 \[[0-9A-F]{16}]$",
            client.Banner
        );
    }

    [Fact]
    public async Task AUTH_is_offered_only_after_STARTTLS()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.ConnectAsync(server);
        const string before = """
            250-AM0PR01CA0001.outlook.office365.com Hello [127.0.0.1]
            250-SIZE 157286400
            250-PIPELINING
            250-DSN
            250-ENHANCEDSTATUSCODES
            250-STARTTLS
            250-8BITMIME
            250-BINARYMIME
            250-CHUNKING
            250 SMTPUTF8
            """;

        Assert.Equal(before, await client.SayAsync("EHLO client.example"));
        Assert.Equal("220 2.0.0 SMTP server ready", await client.SayAsync("STARTTLS"));
        await client.SecureAsync();
        Assert.Equal(before.Replace("STARTTLS", "AUTH LOGIN XOAUTH2"), await client.SayAsync("EHLO client.example"));
    }

    [Theory]
    [InlineData("AUTH LOGIN")]
    [InlineData("MAIL FROM:<alerts@contoso.com>")]
    public async Task Mail_and_sign_in_require_TLS(string command)
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.ConnectAsync(server);
        await client.SayAsync("EHLO client.example");

        Assert.Equal("451 5.7.3 STARTTLS is required to send mail", await client.SayAsync(command));
    }

    [Theory]
    [InlineData("PLAIN AGEAYg==")]
    [InlineData("CRAM-MD5")]
    [InlineData("OAUTHBEARER bg==")]
    public async Task Other_mechanisms_are_not_recognized(string mechanism)
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.SecuredAsync(server);

        Assert.StartsWith(
            "504 5.7.4 Unrecognized authentication type [AM0PR01CA0001.",
            await client.SayAsync("AUTH " + mechanism)
        );
    }

    [Fact]
    public async Task LOGIN_accepts_the_user_name_as_initial_response()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.SecuredAsync(server);

        Assert.Equal("334 UGFzc3dvcmQ6", await client.SayAsync("AUTH LOGIN " + RawClient.Base64(Scenario.Mailbox)));
        Assert.Equal("235 2.7.0 Authentication successful", await client.SayAsync(RawClient.Base64(Scenario.Password)));
    }

    [Fact]
    public async Task XOAUTH2_without_initial_response_is_asked_for_it()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.SecuredAsync(server);

        Assert.Equal("334 ", await client.SayAsync("auth xoauth2"));
        Assert.StartsWith(
            "235",
            await client.SayAsync(
                RawClient.Base64($"user={Scenario.Mailbox}\u0001auth=Bearer {Scenario.Token}\u0001\u0001")
            )
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("!!! no base64")]
    [InlineData("dXNlcj1hbGVydHNAY29udG9zby5jb20=")]
    public async Task A_malformed_token_looks_like_a_transient_fault(string blob)
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.SecuredAsync(server);
        await client.SayAsync("AUTH XOAUTH2");

        Assert.StartsWith(
            "451 4.7.0 Temporary server error. Please try again later. PRX4 [",
            await client.SayAsync(blob)
        );
    }

    [Fact]
    public async Task Mail_without_a_sign_in_is_refused_plainly_and_after_a_refused_one_with_its_reason()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.BadCredentials);
        using var client = await RawClient.SecuredAsync(server);

        Assert.StartsWith(
            "530 5.7.57 Client not authenticated to send mail. [",
            await client.SayAsync("MAIL FROM:<alerts@contoso.com>")
        );
        var refusal = await client.LoginAsync();
        Assert.Equal(
            "530 5.7.57 Client not authenticated to send mail. Error: " + refusal,
            await client.SayAsync("MAIL FROM:<alerts@contoso.com>")
        );
    }

    [Fact]
    public async Task Commands_out_of_order_lose_nothing()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.SignedInAsync(server);

        Assert.StartsWith("503 5.5.2", await client.SayAsync("RCPT TO:<ops@contoso.com>"));
        Assert.StartsWith("503 5.5.2", await client.SayAsync("DATA"));
        Assert.StartsWith("501 5.5.4", await client.SayAsync("MAIL FROM alerts@contoso.com"));
        Assert.StartsWith("500 5.3.3", await client.SayAsync("VERIFY me"));
        Assert.StartsWith("250", await client.SayAsync("NOOP"));
        Assert.StartsWith("250 2.0.0 OK <", await client.SendAsync());
        Assert.StartsWith("221 2.0.0", await client.SayAsync("QUIT"));
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task RSET_forgets_the_envelope()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.SignedInAsync(server);
        await client.SayAsync("MAIL FROM:<alerts@contoso.com>");
        await client.SayAsync("RCPT TO:<wrong@contoso.com>");
        await client.SayAsync("RSET");

        await client.SendAsync();

        Assert.Equal(["ops@contoso.com"], Assert.Single(server.Messages).Recipients);
    }

    [Fact]
    public async Task Commands_may_be_pipelined()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.SignedInAsync(server);

        await client.WriteAsync(
            "MAIL FROM:<alerts@contoso.com>\r\nRCPT TO:<ops@contoso.com>\r\nBDAT 8\r\nA: b\r\n\r\nBDAT 4 LAST\r\nhi\r\nQUIT\r\n"
        );

        foreach (var reply in new[] { "250 2.1.0", "250 2.1.5", "250 2.6.0", "250 2.0.0", "221 2.0.0" })
            Assert.StartsWith(reply, await client.ReadAsync());
        Assert.Equal("A: b\r\n\r\nhi\r\n", Assert.Single(server.Messages).ToString());
    }

    [Fact]
    public async Task A_command_injected_after_STARTTLS_is_discarded()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.ConnectAsync(server);
        await client.SayAsync("EHLO client.example");

        await client.WriteAsync("STARTTLS\r\nEHLO slipped.in\r\n");
        await client.ReadAsync();

        await client.SecureAsync();

        Assert.Equal("503 5.5.2 Send hello first", await client.SayAsync("AUTH LOGIN"));
        Assert.DoesNotContain("C: EHLO slipped.in", server.Sessions[0].Transcript);
    }

    [Fact]
    public async Task A_bare_line_feed_does_not_end_the_message()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.SignedInAsync(server);
        await client.SayAsync("MAIL FROM:<alerts@contoso.com>");
        await client.SayAsync("RCPT TO:<ops@contoso.com>");
        await client.SayAsync("DATA");

        await client.SayAsync("A: b\r\n\r\none\n.\nMAIL FROM:<smuggled@contoso.com>\r\n..two\r\n.");

        Assert.Equal(
            "A: b\r\n\r\none\n.\nMAIL FROM:<smuggled@contoso.com>\r\n.two\r\n",
            Assert.Single(server.Messages).ToString()
        );
    }

    [Fact]
    public async Task A_message_larger_than_announced_is_refused_at_MAIL()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.SignedInAsync(server);

        Assert.StartsWith("552 5.3.4", await client.SayAsync("MAIL FROM:<alerts@contoso.com> SIZE=157286401"));
        Assert.StartsWith("250 2.1.0", await client.SayAsync("MAIL FROM:<alerts@contoso.com> SIZE=157286400"));
    }

    [Fact]
    public async Task An_endless_command_line_is_rejected()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.ConnectAsync(server);

        Assert.Equal("500 5.5.2 Line too long", await client.SayAsync("EHLO " + new string('x', 70_000)));
        Assert.Equal("", await client.ReadAsync());
    }
}
