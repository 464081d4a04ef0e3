namespace M365Smtp.Tests.Probing;

/// <summary>A gate is closed only on evidence for that gate, and the report says what was seen.</summary>
public class EvidenceTests
{
    [Theory]
    [InlineData(PlayedServer.Close)]
    [InlineData(PlayedServer.Hang)]
    [InlineData(PlayedServer.Endless)]
    [InlineData("hello?\r\n")]
    [InlineData("220 once more\r\n")]
    [InlineData("554 5.3.0 not now\r\n")]
    [InlineData("421 4.3.2 Service not active\r\n")]
    [InlineData("250-here\r\n250 8BITMIME\r\n")]
    public async Task A_failed_second_EHLO_closes_no_gate(string second)
    {
        var report = await PlayedServer.With(At(ProbeStage.SecondEhlo, second)).RunAsync(Sample.WithPassword());

        Assert.Equal(
            (GateVerdict.Unknown, Gate.Unknown, false),
            (report.Verdict, report.ClosedGate, report.SignInTried)
        );
        Assert.Equal(ProbeStage.SecondEhlo, report.Stages.Single(stage => stage.Outcome == StageOutcome.Failed).Stage);
        Assert.DoesNotContain(report.Gates, gate => gate.State == GateState.Closed);
    }

    [Theory]
    [InlineData(ProbeStage.Ehlo)]
    [InlineData(ProbeStage.StartTls)]
    [InlineData(ProbeStage.Auth)]
    public async Task A_lost_connection_closes_no_gate(ProbeStage at)
    {
        foreach (var end in new[] { PlayedServer.Close, PlayedServer.Hang, "what?\r\n" })
        {
            var report = await PlayedServer.With(At(at, end)).RunAsync(Sample.WithPassword());

            Assert.Equal((GateVerdict.Unknown, Gate.Unknown), (report.Verdict, report.ClosedGate));
        }
    }

    [Fact]
    public async Task A_server_that_refuses_STARTTLS_closes_TLS()
    {
        var report = await PlayedServer
            .With(At(ProbeStage.StartTls, "502 5.5.1 not here\r\n"))
            .RunAsync(Sample.WithPassword());

        Assert.Equal((GateVerdict.Closed, Gate.Tls), (report.Verdict, report.ClosedGate));
    }

    [Fact]
    public async Task A_missing_mechanism_closes_its_gate_and_nothing_is_sent()
    {
        var server = PlayedServer.With(At(ProbeStage.SecondEhlo, "250-here\r\n250 AUTH LOGIN\r\n"));

        var report = await server.RunAsync(Sample.WithToken(Sample.Token()));

        Assert.Equal(
            (GateVerdict.Closed, Gate.Mechanism, false),
            (report.Verdict, report.ClosedGate, report.SignInTried)
        );
        Assert.Equal("The server offers AUTH LOGIN, not XOAUTH2.", report.Summary);
        Assert.DoesNotContain("AUTH", server.OverTls);
        Assert.EndsWith("QUIT\r\n", server.OverTls);
    }

    [Fact]
    public async Task The_banner_of_another_server_is_noted()
    {
        var report = await PlayedServer
            .With(banner: "220 mx.example.com ESMTP Postfix\r\n")
            .RunAsync(Sample.WithPassword());

        Assert.Contains("It said: 220 mx.example.com ESMTP Postfix", Assert.Single(report.Notes));
    }

    [Fact]
    public async Task A_challenge_with_a_reason_is_shown()
    {
        var reason = """{"status":"400","schemes":"Bearer"}""";
        var challenge = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(reason));
        var server = PlayedServer.With(line =>
            line.StartsWith("AUTH", StringComparison.Ordinal) ? $"334 {challenge}\r\n"
            : line.Length == 0 ? "535 5.7.8 no\r\n"
            : null
        );

        var report = await server.RunAsync(Sample.WithToken(Sample.Token()));

        Assert.Contains($"535 5.7.8 no (before that the server sent 334: {reason})", report.Summary);
    }

    [Fact]
    public async Task A_plain_text_challenge_is_shown_and_a_third_one_not_answered()
    {
        var asked = 0;
        var server = PlayedServer.With(line =>
            line.StartsWith("AUTH", StringComparison.Ordinal) ? "334 Your secret, please\r\n"
            : line == Sample.PasswordOnTheWire && asked++ == 0 ? "334 And your PIN\r\n"
            : null
        );

        var report = await server.RunAsync(Sample.WithPassword());

        Assert.Equal((GateVerdict.Unknown, 1), (report.Verdict, asked));
        Assert.Contains("334 And your PIN", report.Summary);
        Assert.Contains("sent 334: Your secret, please", report.Summary);
    }

    [Fact]
    public async Task A_server_that_never_stops_asking_for_the_user_gets_no_password()
    {
        var server = PlayedServer.With(line =>
            line.StartsWith("AUTH", StringComparison.Ordinal) || line == "YWxlcnRzQGNvbnRvc28uY29t"
                ? "334 VXNlcm5hbWU6\r\n"
                : null
        );

        var report = await server.RunAsync(Sample.WithPassword());

        Assert.Equal(GateVerdict.Unknown, report.Verdict);
        Assert.DoesNotContain(Sample.PasswordOnTheWire, server.OverTls);
    }

    [Fact]
    public async Task A_host_with_credentials_in_it_is_refused_and_not_repeated()
    {
        var options = Sample.WithPassword();
        options.Host = $"smtp://alerts:{Sample.Password}@smtp.office365.com";

        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            GateCheck.RunAsync(options, TestContext.Current.CancellationToken)
        );

        Assert.Contains("without a user name or password", error.Message);
        Assert.DoesNotContain(Sample.Password, error.ToString());
    }

    /// <summary>Gives that reply at that stage, and the right ones before it.</summary>
    static Func<string, string?> At(ProbeStage stage, string answer)
    {
        var hellos = 0;
        return line =>
            line.Split(' ')[0] switch
            {
                "EHLO"
                    when ++hellos
                        == (
                            stage == ProbeStage.Ehlo ? 1
                            : stage == ProbeStage.SecondEhlo ? 2
                            : 0
                        ) => answer,
                "STARTTLS" when stage == ProbeStage.StartTls => answer,
                "AUTH" when stage == ProbeStage.Auth => answer,
                _ => null,
            };
    }
}
