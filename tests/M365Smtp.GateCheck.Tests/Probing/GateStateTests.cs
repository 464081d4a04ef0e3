namespace M365Smtp.Tests.Probing;

/// <summary>What one check says of each gate, and of the whole.</summary>
public class GateStateTests
{
    static GateCheckOptions WithTestMessage()
    {
        var options = Sample.WithPassword();
        options.SendTestFrom = "shop@contoso.com";
        return options;
    }

    static string Evidence(GateReport report, Gate gate) => report.Gates.Single(result => result.Gate == gate).Evidence;

    [Fact]
    public async Task A_test_message_that_is_accepted_opens_every_gate()
    {
        var report = await PlayedServer.With().RunAsync(WithTestMessage());

        Assert.Equal("The sign-in worked and the test message was accepted.", report.Summary);
        Assert.Equal("The server answered.", Evidence(report, Gate.Network));
        Assert.Equal("STARTTLS", report.Stages[(int)ProbeStage.Ehlo].Detail);
        Assert.Equal("port 587", report.Stages[(int)ProbeStage.Connect].Detail);
        Assert.Equal("The test message was accepted.", Evidence(report, Gate.SendAs));
        Assert.Equal("The sign-in was accepted.", Evidence(report, Gate.MailboxSmtpAuth));
        Assert.Equal("The sign-in from this address was accepted.", Evidence(report, Gate.ConditionalAccess));
        Assert.Equal(
            "The sign-in was accepted: the tenant allows it, or the mailbox overrides it.",
            Evidence(report, Gate.TenantSmtpAuth)
        );
        Assert.All(report.Gates, gate =>
            Assert.Equal(gate.Gate == Gate.Token ? GateState.NotReached : GateState.Open, gate.State)
        );
        Assert.Equal("It concerns tokens; a password was used.", Evidence(report, Gate.Token));
        Assert.Empty(report.Remedies);
    }

    [Fact]
    public async Task A_sign_in_alone_says_nothing_of_sending()
    {
        var report = await PlayedServer.With().RunAsync(Sample.WithPassword());

        Assert.Equal("The sign-in worked.", report.Summary);
        Assert.Equal("Only a test message shows it; none was asked for.", Evidence(report, Gate.SendAs));
    }

    [Fact]
    public async Task Without_credentials_the_way_is_open_and_the_rest_not_reached()
    {
        var report = await PlayedServer.With().RunAsync(new());

        Assert.Equal("The server was reached and offers a sign-in over TLS; none was tried.", report.Summary);
        Assert.Equal(
            (GateState.Open, GateState.Open, GateState.Open),
            (report.State(Gate.Network), report.State(Gate.Tls), report.State(Gate.Mechanism))
        );
        Assert.Equal("No sign-in was asked for.", Evidence(report, Gate.Credentials));
        Assert.Equal("No sign-in was asked for.", Evidence(report, Gate.Token));
        Assert.StartsWith("AUTH LOGIN XOAUTH2", Evidence(report, Gate.Mechanism), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_says_nothing_of_what_concerns_passwords()
    {
        var report = await PlayedServer.With().RunAsync(Sample.WithToken(Sample.Token()));

        foreach (
            var gate in new[] { Gate.SecurityDefaults, Gate.AuthenticationPolicy, Gate.BasicAuth, Gate.Credentials }
        )
            Assert.Equal(
                (GateState.NotReached, "It concerns passwords; a token was used."),
                (report.State(gate), Evidence(report, gate))
            );
        Assert.Equal(GateState.Open, report.State(Gate.Token));
    }

    [Fact]
    public async Task A_token_for_something_else_is_told_which_one_to_request()
    {
        var token = Sample.Token(claims => claims["aud"] = "https://graph.microsoft.com");

        var report = await PlayedServer.With().RunAsync(Sample.WithToken(token));

        Assert.Equal((GateVerdict.Closed, Gate.Token), (report.Verdict, report.ClosedGate));
        Assert.Equal(
            "Request a token for https://outlook.office365.com/.default (application, with SMTP.SendAsApp) or "
                + "https://outlook.office.com/SMTP.Send (signed-in user).",
            Assert.Single(report.Remedies).Text
        );
    }

    [Fact]
    public async Task A_refusal_leaves_the_other_gates_of_its_stage_unknown_and_the_later_ones_not_reached()
    {
        var report = await PlayedServer
            .With(line =>
                line == Sample.PasswordOnTheWire
                    ? "535 5.7.139 Authentication unsuccessful, account locked. Contact your administrator.\r\n"
                    : null
            )
            .RunAsync(WithTestMessage());

        Assert.Equal(
            (GateState.Closed, GateState.Unknown, GateState.NotReached, GateState.Open),
            (
                report.State(Gate.AccountLock),
                report.State(Gate.MailboxSmtpAuth),
                report.State(Gate.SendAs),
                report.State(Gate.Tls)
            )
        );
        Assert.Equal("The server names one reason only.", Evidence(report, Gate.MailboxSmtpAuth));
        Assert.Equal("The check ended before it.", Evidence(report, Gate.SendAs));
    }

    [Fact]
    public async Task A_refused_test_message_leaves_the_other_gates_of_sending_unknown()
    {
        var report = await PlayedServer
            .With(line =>
                line == "." ? "550 5.7.60 SMTP; Client does not have permissions to send as this sender\r\n" : null
            )
            .RunAsync(WithTestMessage());

        Assert.Equal((GateState.Closed, GateState.Unknown), (report.State(Gate.SendAs), report.State(Gate.Recipient)));
        Assert.Equal("The server names one reason only.", Evidence(report, Gate.Recipient));
    }

    [Theory]
    [InlineData("421 4.3.2 Service not available", GateVerdict.Unknown)]
    [InlineData("454 4.7.0 Temporary authentication failure", GateVerdict.Unknown)]
    [InlineData("535 5.7.8 for a reason that nobody knows", GateVerdict.Closed)]
    [InlineData("451 4.4.9 for a reason that nobody knows", GateVerdict.Unknown)]
    public async Task What_may_pass_by_itself_closes_no_gate(string refusal, GateVerdict verdict)
    {
        var report = await PlayedServer
            .With(line => line == Sample.PasswordOnTheWire ? refusal + "\r\n" : null)
            .RunAsync(Sample.WithPassword());

        Assert.Equal(verdict, report.Verdict);
    }

    [Fact]
    public async Task A_refusal_nobody_knows_is_repeated()
    {
        var report = await PlayedServer
            .With(line => line == Sample.PasswordOnTheWire ? "550 5.9.9 gone fishing\r\n" : null)
            .RunAsync(Sample.WithPassword());

        Assert.Equal(
            "A lasting refusal (5xx) for a reason that is not known. The server said: 550 5.9.9 gone fishing",
            report.Summary
        );
    }

    [Fact]
    public async Task A_server_that_breaks_TLS_gets_the_remedy_of_TLS()
    {
        var report = await PlayedServer.With(refusesTls: true).RunAsync(Sample.WithPassword());

        Assert.Equal(Gate.Tls, report.ClosedGate);
        Assert.Contains("keep the certificate check on", Assert.Single(report.Remedies).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_the_mechanism_is_told_from_one_that_refuses()
    {
        var server = PlayedServer.With();
        var secure = false;
        server = new PlayedServer(line =>
        {
            if (line == "STARTTLS")
                secure = true;
            return line switch
            {
                "STARTTLS" => "220 2.0.0 go\r\n",
                "QUIT" => "221 2.0.0 bye\r\n",
                _ when secure => "250-x\r\n250 AUTH NTLM\r\n",
                _ => PlayedServer.Offer,
            };
        });

        var report = await server.RunAsync(Sample.WithPassword());

        Assert.Equal((GateVerdict.Closed, Gate.Mechanism), (report.Verdict, report.ClosedGate));
        Assert.Equal("The server offers AUTH NTLM, not LOGIN.", report.Summary);
        Assert.NotEmpty(report.Remedies);
    }

    [Theory]
    [InlineData(280, 290)]
    [InlineData(290, 300)]
    [InlineData(291, 300)]
    [InlineData(400, 300)]
    public async Task A_long_refusal_is_cut(int length, int shown)
    {
        var report = await PlayedServer
            .With(line => line == Sample.PasswordOnTheWire ? $"535 5.7.8 {new string('x', length)}\r\n" : null)
            .RunAsync(Sample.WithPassword());

        Assert.Equal(shown, report.Stages.Single(stage => stage.Outcome == StageOutcome.Failed).Detail.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_greeting_that_is_refused_ends_the_check(bool overTls)
    {
        var secure = false;
        var report = await PlayedServer
            .With(line =>
            {
                if (line.StartsWith("EHLO", StringComparison.Ordinal) && secure == overTls)
                    return "501 5.5.4 Invalid domain name\r\n";
                secure |= line == "STARTTLS";
                return null;
            })
            .RunAsync(Sample.WithPassword());

        Assert.NotEqual(GateVerdict.Open, report.Verdict);
        Assert.StartsWith("The name that the client gives in EHLO", report.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offer_with_an_empty_line_is_read_on()
    {
        var report = await PlayedServer
            .With(line =>
                line.StartsWith("EHLO", StringComparison.Ordinal)
                    ? "250-x\r\n250-\r\n250-STARTTLS\r\n250 AUTH LOGIN\r\n"
                    : null
            )
            .RunAsync(Sample.WithPassword());

        Assert.Equal(GateVerdict.Open, report.Verdict);
    }

    [Theory]
    [InlineData("smtp-legacy.office365.com", "is being retired")]
    [InlineData("smtp.outlook.com", "answers but is not documented")]
    [InlineData("smtp-mail.outlook.com", "Consumer mailboxes refuse passwords since")]
    public async Task An_odd_host_is_tried_and_noted(string host, string note)
    {
        var options = Sample.WithPassword();
        options.Host = host;
        var server = PlayedServer.With();

        var report = await server.RunAsync(options);

        Assert.True(server.WasConnected);
        Assert.Contains(report.Notes, one => one.Contains(note, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_test_message_is_one_that_servers_accept()
    {
        var server = PlayedServer.With();

        await server.RunAsync(WithTestMessage());

        Assert.Matches(
            "DATA\r\nFrom: <shop@contoso.com>\r\nTo: <alerts@contoso.com>\r\nSubject: Gate check\r\n"
                + @"Date: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000"
                + "\r\n"
                + @"Message-ID: <[0-9a-f]{32}@contoso\.com>"
                + "\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=us-ascii\r\n\r\n.+\r\n\\.\r\n",
            server.OverTls
        );
    }
}
