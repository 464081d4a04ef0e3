namespace M365Smtp.Tests.Probing;

public class ProbeTests
{
    [Fact]
    public async Task An_open_gate_needs_one_sign_in_and_no_extra_round_trip()
    {
        var server = PlayedServer.With();

        var report = await server.RunAsync(Sample.WithPassword());

        Assert.Equal((GateVerdict.Open, Gate.Unknown), (report.Verdict, report.ClosedGate));
        Assert.Equal("EHLO gatecheck.local\r\nSTARTTLS\r\n", server.InClear);
        Assert.Equal(
            "EHLO gatecheck.local\r\nAUTH LOGIN YWxlcnRzQGNvbnRvc28uY29t\r\nUEBzc3cwcmQh\r\nQUIT\r\n",
            server.OverTls
        );
        Assert.Equal(8, report.RoundTrips);
        Assert.Equal(GateState.Open, report.State(Gate.MailboxSmtpAuth));
        Assert.Equal(GateState.NotReached, report.State(Gate.SendAs));
    }

    [Fact]
    public async Task A_token_saves_a_round_trip()
    {
        var server = PlayedServer.With();

        var report = await server.RunAsync(Sample.WithToken(Sample.Token()));

        Assert.Equal((GateVerdict.Open, 7), (report.Verdict, report.RoundTrips));
        Assert.Contains("AUTH XOAUTH2 ", server.OverTls);
        Assert.Equal(GateState.NotReached, report.State(Gate.SecurityDefaults));
    }

    [Fact]
    public async Task Without_credentials_nothing_is_claimed()
    {
        var report = await PlayedServer.With().RunAsync(new());

        Assert.Equal((GateVerdict.Unknown, true, false), (report.Verdict, report.IsReachable, report.SignInTried));
    }

    [Fact]
    public async Task A_refusal_names_the_gate_and_the_command_and_is_not_tried_again()
    {
        var server = PlayedServer.With(line =>
            line == Sample.PasswordOnTheWire
                ? "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. [A.prod.outlook.com 2026-11-23T08:00:00.000Z 08DBB276B7E699C4]\r\n"
                : null
        );

        var report = await server.RunAsync(Sample.WithPassword());

        Assert.Equal(
            (GateVerdict.Closed, Gate.TenantSmtpAuth, GateState.Closed),
            (report.Verdict, report.ClosedGate, report.State(Gate.TenantSmtpAuth))
        );
        Assert.Equal(
            "Set-CASMailbox -Identity alerts@contoso.com -SmtpClientAuthenticationDisabled $false",
            report.Remedies[0].PowerShell
        );
        Assert.Equal(1, Count(server.OverTls, "AUTH "));
        Assert.EndsWith("QUIT\r\n", server.OverTls);
    }

    [Fact]
    public async Task A_bare_refusal_of_a_token_points_at_the_token()
    {
        var report = await PlayedServer
            .With(line =>
                line.StartsWith("AUTH", StringComparison.Ordinal)
                    ? "535 5.7.3 Authentication unsuccessful [A.prod.outlook.com]\r\n"
                    : null
            )
            .RunAsync(Sample.WithToken(Sample.Token()));

        Assert.Equal(Gate.Token, report.ClosedGate);
        Assert.All(report.Remedies, remedy => Assert.StartsWith("OAuth", remedy.Text));
    }

    [Fact]
    public async Task Without_STARTTLS_nobody_signs_in()
    {
        var server = PlayedServer.With(line =>
            line.StartsWith("EHLO", StringComparison.Ordinal) ? PlayedServer.OfferAuth : null
        );

        var report = await server.RunAsync(Sample.WithPassword());

        Assert.Equal((GateVerdict.Closed, Gate.Tls), (report.Verdict, report.ClosedGate));
        Assert.DoesNotContain("AUTH", server.InClear);
        Assert.Equal("", server.OverTls);
    }

    [Fact]
    public async Task Plaintext_injected_before_the_handshake_ends_the_check()
    {
        var server = PlayedServer.With(line => line == "STARTTLS" ? "220 go\r\n250-x\r\n250 AUTH LOGIN\r\n" : null);

        var report = await server.RunAsync(Sample.WithPassword());

        Assert.Equal((GateVerdict.Closed, Gate.Tls, ""), (report.Verdict, report.ClosedGate, server.OverTls));
    }

    [Fact]
    public async Task An_invalid_certificate_ends_the_check()
    {
        var server = new PlayedServer(line => line == "STARTTLS" ? "220 go\r\n" : PlayedServer.Offer)
        {
            RefusesTls = true,
        };

        var report = await server.RunAsync(Sample.WithPassword());

        Assert.Equal(
            (Gate.Tls, "EHLO gatecheck.local\r\nSTARTTLS\r\n", ""),
            (report.ClosedGate, server.InClear, server.OverTls)
        );
    }

    [Theory]
    [InlineData("smtp.office.com", 587, Gate.Network)]
    [InlineData("smtp.ofice365.com", 587, Gate.Network)]
    [InlineData("smtp.office365.com:587", 587, Gate.Network)]
    [InlineData("smtp.office365.com", 465, Gate.Network)]
    [InlineData("contoso-com.mail.protection.outlook.com", 25, Gate.Mechanism)]
    public async Task A_wrong_endpoint_is_reported_without_connecting(string host, int port, Gate gate)
    {
        var server = PlayedServer.With();
        var options = Sample.WithPassword();
        (options.Host, options.Port) = (host, port);

        var report = await server.RunAsync(options);

        Assert.Equal((GateVerdict.Closed, gate, false), (report.Verdict, report.ClosedGate, server.WasConnected));
        Assert.Contains("smtp.office365.com", Assert.Single(report.Remedies).Text);
    }

    [Fact]
    public async Task A_check_of_a_silent_server_ends_at_the_deadline()
    {
        var report = await PlayedServer
            .With(line => line == "STARTTLS" ? PlayedServer.Hang : null)
            .RunAsync(Sample.WithPassword());

        Assert.Equal(
            "The deadline passed.",
            report.Stages.Single(stage => stage.Outcome == StageOutcome.Failed).Detail
        );
        Assert.Equal((GateVerdict.Unknown, Gate.Unknown), (report.Verdict, report.ClosedGate));
    }

    [Fact]
    public async Task An_echoed_password_does_not_get_into_the_report()
    {
        var report = await PlayedServer
            .With(line =>
                line == Sample.PasswordOnTheWire
                    ? $"535 5.7.8 no: {Sample.Password} {Sample.PasswordOnTheWire}\r\n"
                    : null
            )
            .RunAsync(Sample.WithPassword());

        Assert.DoesNotContain(Sample.Password, report.Everything());
        Assert.DoesNotContain(Sample.PasswordOnTheWire, report.Everything());
        Assert.Contains("***", report.Summary);
    }

    [Fact]
    public async Task A_servers_control_characters_do_not_reach_the_terminal()
    {
        var report = await PlayedServer
            .With(line => line == Sample.PasswordOnTheWire ? "535 5.7.8 \u001b[2Jgone\r\n" : null)
            .RunAsync(Sample.WithPassword());

        Assert.DoesNotContain('\u001b', report.Everything());
    }

    [Fact]
    public async Task Only_a_test_message_shows_a_missing_Send_As()
    {
        var options = Sample.WithPassword();
        options.SendTestFrom = "ceo@contoso.com";
        var server = PlayedServer.With(line =>
            line == "."
                ? "550 5.7.60 SMTP; Client does not have permissions to send as this sender [A.prod.outlook.com]\r\n"
                : null
        );

        var report = await server.RunAsync(options);

        Assert.Equal((GateVerdict.Closed, Gate.SendAs), (report.Verdict, report.ClosedGate));
        Assert.Contains(
            report.Remedies,
            remedy =>
                remedy.PowerShell
                == "Add-RecipientPermission -Identity ceo@contoso.com -Trustee alerts@contoso.com -AccessRights SendAs"
        );
        Assert.Contains("MAIL FROM:<ceo@contoso.com>\r\nRCPT TO:<alerts@contoso.com>\r\nDATA\r\n", server.OverTls);
    }

    [Fact]
    public async Task A_server_that_asks_for_the_user_again_gets_the_user_not_the_password()
    {
        var asked = 0;
        var server = PlayedServer.With(line =>
            line.StartsWith("AUTH LOGIN", StringComparison.Ordinal) ? "334 VXNlcm5hbWU6\r\n"
            : line == "YWxlcnRzQGNvbnRvc28uY29t" && asked++ == 0 ? "334 UGFzc3dvcmQ6\r\n"
            : null
        );

        var report = await server.RunAsync(Sample.WithPassword());

        Assert.Equal((GateVerdict.Open, 1), (report.Verdict, asked));
    }

    [Theory]
    [InlineData("a@contoso.com\r\nQUIT")]
    [InlineData("a b@contoso.com")]
    [InlineData("<a@contoso.com>")]
    [InlineData("")]
    public async Task An_address_that_would_end_the_command_is_refused(string mailbox)
    {
        var options = Sample.WithPassword();
        options.Mailbox = mailbox;

        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            GateCheck.RunAsync(options, TestContext.Current.CancellationToken)
        );

        Assert.DoesNotContain(Sample.Password, error.ToString());
    }

    [Fact]
    public async Task Cancellation_throws_OperationCanceledException()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            GateCheck.RunAsync(Sample.WithPassword(), PlayedServer.With(), cancelled.Token)
        );
    }

    [Fact]
    public void The_options_do_not_show_the_password() =>
        Assert.DoesNotContain(Sample.Password, Sample.WithPassword().ToString());

    static int Count(string text, string word) => text.Split(word).Length - 1;
}
