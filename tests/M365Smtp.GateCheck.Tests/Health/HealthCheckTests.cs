using M365Smtp.Health;
using M365Smtp.Tests.Probing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace M365Smtp.Tests.Health;

public class HealthCheckTests
{
    const string Wrong = "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.\r\n";
    const string Off =
        "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.\r\n";

    readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    readonly List<PlayedServer> servers = [];
    readonly LogLines log = new();
    GateCheckHealthOptions options;
    string? refusal;

    public HealthCheckTests() => options = new() { SignIn = true, Check = Options() };

    GateCheckOptions Options() =>
        new()
        {
            Mailbox = "alerts@contoso.com",
            Password = Sample.Password,
            TimeProvider = time,
        };

    GateCheckHealthCheck Check(Func<GateCheckOptions, CancellationToken, Task<GateReport>>? run = null) =>
        new(
            "smtp",
            new PlayedMonitor(() => options),
            log,
            run
                ?? (
                    (probe, cancellation) =>
                    {
                        var server = PlayedServer.With(line => line == Sample.PasswordOnTheWire ? refusal : null);
                        servers.Add(server);
                        return GateCheck.RunAsync(probe, server, cancellation);
                    }
                )
        );

    static Task<HealthCheckResult> AskAsync(IHealthCheck check, CancellationToken cancellation = default) =>
        check.CheckHealthAsync(new() { Registration = new("smtp", check, HealthStatus.Unhealthy, null) }, cancellation);

    int SignIns => servers.Count(server => server.OverTls.Contains("AUTH"));

    [Fact]
    public async Task An_open_gate_is_healthy()
    {
        var result = await AskAsync(Check());

        Assert.Equal(
            (HealthStatus.Healthy, "The sign-in worked.", "tried"),
            (result.Status, result.Description, result.Data["signIn"])
        );
    }

    [Fact]
    public async Task A_closed_gate_is_reported_with_cause_and_remedy()
    {
        refusal = Off;

        var result = await AskAsync(Check());

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.Equal("TenantSmtpAuthOff", result.Data["cause"]);
        Assert.Equal(
            "Set-CASMailbox -Identity alerts@contoso.com -SmtpClientAuthenticationDisabled $false",
            result.Data["command"]
        );
    }

    [Fact]
    public async Task By_default_there_is_no_sign_in()
    {
        options.SignIn = false;

        var result = await AskAsync(Check());

        Assert.Equal((HealthStatus.Healthy, 0, "not tried"), (result.Status, SignIns, result.Data["signIn"]));
    }

    [Fact]
    public async Task Mail_is_never_sent()
    {
        options.Check.SendTestFrom = "alerts@contoso.com";

        await AskAsync(Check());

        Assert.DoesNotContain("MAIL FROM", Assert.Single(servers).OverTls);
    }

    [Fact]
    public async Task Within_the_interval_the_last_result_is_returned()
    {
        var check = Check();
        await AskAsync(check);
        time.Advance(options.MinimumInterval - TimeSpan.FromSeconds(1));
        await AskAsync(check);
        Assert.Single(servers);

        time.Advance(TimeSpan.FromSeconds(1));
        await AskAsync(check);
        Assert.Equal(2, servers.Count);
    }

    [Fact]
    public async Task A_closed_switch_is_checked_again_after_the_interval()
    {
        var check = Check();
        refusal = Off;
        await AskAsync(check);
        refusal = null;
        time.Advance(options.MinimumInterval);

        Assert.Equal(HealthStatus.Healthy, (await AskAsync(check)).Status);
    }

    [Theory]
    [InlineData(Wrong)]
    [InlineData("535 5.7.139 Authentication unsuccessful, account locked. Contact your administrator.\r\n")]
    [InlineData("535 5.7.3 Authentication unsuccessful [A.prod.outlook.com]\r\n")]
    [InlineData("535 5.7.139 Authentication unsuccessful, words nobody knows.\r\n")]
    public async Task A_wrong_password_is_never_tried_again(string says)
    {
        var check = Check();
        refusal = says;
        await AskAsync(check);
        for (var day = 0; day < 3; day++)
        {
            time.Advance(TimeSpan.FromDays(1));
            var result = await AskAsync(check);
            Assert.Equal((HealthStatus.Unhealthy, "stopped"), (result.Status, result.Data["signIn"]));
        }
        Assert.Equal(1, SignIns);
        Assert.Single(log, line => line.StartsWith("Error: No further sign-in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reloaded_options_with_the_same_password_change_nothing()
    {
        var check = Check();
        refusal = Wrong;
        await AskAsync(check);
        options = new() { SignIn = true, Check = Options() };
        time.Advance(TimeSpan.FromDays(1));

        await AskAsync(check);

        Assert.Equal(1, SignIns);
    }

    [Fact]
    public async Task A_new_password_is_tried_at_once()
    {
        var check = Check();
        refusal = Wrong;
        await AskAsync(check);
        options = new() { SignIn = true, Check = Options() };
        options.Check.Password = "another";

        await AskAsync(check);

        Assert.Equal(2, SignIns);
    }

    [Fact]
    public async Task Concurrent_callers_wait_for_the_same_check()
    {
        var started = 0;
        var answer = new TaskCompletionSource<GateReport>();
        var check = Check(
            (_, _) =>
            {
                Interlocked.Increment(ref started);
                return answer.Task;
            }
        );

        var asking = Enumerable.Range(0, 20).Select(_ => Task.Run(() => AskAsync(check))).ToList();
        answer.SetResult(new() { Verdict = GateVerdict.Open });
        await Task.WhenAll(asking);

        Assert.Equal(1, started);
    }

    [Fact]
    public async Task A_canceled_caller_does_not_stop_the_check()
    {
        var answer = new TaskCompletionSource<GateReport>();
        var check = Check(
            (_, cancellation) =>
            {
                Assert.False(cancellation.CanBeCanceled);
                return answer.Task;
            }
        );
        using var impatient = new CancellationTokenSource();
        var first = AskAsync(check, impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        answer.SetResult(new() { Verdict = GateVerdict.Open });

        Assert.Equal(HealthStatus.Healthy, (await AskAsync(check)).Status);
    }

    [Fact]
    public async Task Neither_result_nor_log_shows_the_password()
    {
        refusal = $"535 5.7.8 no {Sample.Password}\r\n";

        var result = await AskAsync(Check());

        var shown = result.Description + string.Concat(result.Data) + string.Concat(log);
        Assert.DoesNotContain(Sample.Password, shown);
        Assert.NotEmpty(log);
    }

    [Theory]
    [InlineData("SignIn needs a password or a token.")]
    [InlineData("SendTestFrom is not available here: a health check never sends mail.")]
    [InlineData("MinimumInterval must be at least one second.")]
    [InlineData("Port must be between 1 and 65535.")]
    public void Invalid_options_are_refused(string says)
    {
        using var services = new ServiceCollection()
            .AddLogging()
            .AddHealthChecks()
            .AddM365SmtpGateCheck(bad =>
            {
                bad.SignIn = true;
                bad.Check.SendTestFrom = "alerts@contoso.com";
                bad.MinimumInterval = TimeSpan.Zero;
                bad.Check.Port = 0;
            })
            .Services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() =>
            services.GetRequiredService<IOptionsMonitor<GateCheckHealthOptions>>().Get("m365-smtp")
        );

        Assert.Contains(says, error.Failures);
    }

    [Fact]
    public async Task Two_checks_by_name_do_not_share_a_result()
    {
        using var services = new ServiceCollection()
            .AddLogging()
            .AddHealthChecks()
            .AddM365SmtpGateCheck(wrong => wrong.Check.Host = "smtp.office.com", "wrong-host", tags: ["mail"])
            .AddM365SmtpGateCheck(wrong => wrong.Check.Port = 465, "wrong-port")
            .Services.BuildServiceProvider();

        var report = await services
            .GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            ("smtp.office.com", 465),
            (report.Entries["wrong-host"].Data["host"], report.Entries["wrong-port"].Data["port"])
        );
        Assert.All(report.Entries.Values, entry => Assert.Equal(HealthStatus.Unhealthy, entry.Status));
        Assert.Equal(["mail"], report.Entries["wrong-host"].Tags);
    }

    static GateSettings Ending(int days) =>
        new()
        {
            AppCredentials =
            [
                new("client secret 'web shop'", new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero).AddDays(days)),
            ],
        };

    [Fact]
    public async Task An_open_gate_is_degraded_before_a_client_secret_expires()
    {
        options.Settings = _ => Task.FromResult(Ending(days: 10));

        var result = await AskAsync(Check());

        Assert.Equal(HealthStatus.Degraded, result.Status);
        Assert.Equal(
            "The sign-in worked. The client secret 'web shop' ends at 2026-12-03 08:00:00Z.",
            result.Description
        );
        Assert.Equal("client secret 'web shop'", result.Data["ending"]);
        Assert.Contains("Warning: The client secret 'web shop' ends at 2026-12-03 08:00:00Z", log);
    }

    [Fact]
    public async Task An_open_gate_is_healthy_long_before_a_client_secret_expires()
    {
        options.Settings = _ => Task.FromResult(Ending(days: 100));

        Assert.Equal(HealthStatus.Healthy, (await AskAsync(Check())).Status);
    }

    [Fact]
    public async Task Unreadable_settings_do_not_fail_the_check_or_leak_secrets()
    {
        options.Settings = _ => throw new InvalidOperationException("s3cr3t");

        Assert.Equal(HealthStatus.Healthy, (await AskAsync(Check())).Status);
        Assert.Contains("Warning: What is set could not be read: InvalidOperationException", log);
        Assert.DoesNotContain(log, line => line.Contains("s3cr3t"));
    }

    [Fact]
    public async Task A_fixed_token_is_degraded_while_it_is_valid()
    {
        options.Check.Password = null;
        options.Check.Token = Sample.Token();

        var result = await AskAsync(Check());

        Assert.Equal(HealthStatus.Degraded, result.Status);
        Assert.Contains("The access token ends at 2026-11-23 12:00:00Z.", result.Description);
    }

    sealed class PlayedMonitor(Func<GateCheckHealthOptions> current) : IOptionsMonitor<GateCheckHealthOptions>
    {
        public GateCheckHealthOptions CurrentValue => current();

        public GateCheckHealthOptions Get(string? name) => current();

        public IDisposable? OnChange(Action<GateCheckHealthOptions, string?> listener) => null;
    }

    sealed class LogLines : List<string>, ILogger
    {
        public void Log<TState>(
            LogLevel level,
            EventId id,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> format
        ) => Add($"{level}: {format(state, exception)}");

        public bool IsEnabled(LogLevel level) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;
    }
}
