using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using M365Smtp.Simulator;

namespace M365Smtp.Tool.Tests;

/// <summary><c>check --sign-in</c> against sign-in services that succeed, reject, fail and do not exist.</summary>
public sealed partial class EntraTests : IAsyncLifetime
{
    const string SecretVariable = "ENTRA_TEST_SECRET";

    readonly string authority = Path.GetTempFileName();
    readonly System.Collections.Concurrent.ConcurrentQueue<string> log = new();
    SmtpSimulator server = null!;

    public async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable(SecretVariable, Scenario.ClientSecret);
        server = await SmtpSimulator.StartAsync(Scenario.SecurityDefaults, new() { Log = log.Enqueue });
        await File.WriteAllTextAsync(authority, server.Certificate.AuthorityPem);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        File.Delete(authority);
    }

    Task<ToolRun> CheckAsync(string? signInAt = null, bool trust = true, params string[] more) =>
        ToolRun.OfAsync([
            "check",
            "--host",
            server.Host,
            "--port",
            $"{server.Port}",
            "--user",
            Scenario.Mailbox,
            "--json",
            "--sign-in",
            "client-secret",
            "--tenant",
            Scenario.TenantId,
            "--client-id",
            Scenario.ClientId,
            "--client-secret-env",
            SecretVariable,
            "--authority-host",
            signInAt ?? server.AuthorityHost.ToString(),
            .. trust ? new[] { "--authority-file", authority } : [],
            .. more,
        ]);

    [Fact]
    public async Task A_token_of_the_application_passes_every_gate()
    {
        var run = await CheckAsync();

        Assert.Equal((0, "Open"), (run.ExitCode, run.Json.GetProperty("verdict").GetString()));
        Assert.DoesNotContain(Scenario.ClientSecret, run.Out);
    }

    [Fact]
    public async Task A_refusal_by_Entra_closes_the_token_and_names_the_code()
    {
        server.Change(t => t.RefuseTokens("AADSTS7000222: The provided client secret keys for app are expired."));

        var run = await CheckAsync();

        Assert.Equal((1, "Token"), (run.ExitCode, run.Json.GetProperty("closedGate").GetString()));
        Assert.Contains("AADSTS7000222", run.Json.GetProperty("summary").GetString());
    }

    [Fact]
    public async Task A_refused_connection_proves_nothing_and_the_reason_is_named()
    {
        using var reserved = new TcpListener(IPAddress.Loopback, 0);
        reserved.Start();
        var port = ((IPEndPoint)reserved.LocalEndpoint).Port;
        reserved.Stop();

        await AssertUnknownAsync(await CheckAsync($"https://localhost:{port}/"), "Connection refused");
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_proves_nothing() =>
        await AssertUnknownAsync(
            await CheckAsync("https://login.invalid/"),
            "The sign-in service could not be reached"
        );

    [Fact]
    public async Task A_certificate_that_this_machine_does_not_trust_proves_nothing() =>
        await AssertUnknownAsync(await CheckAsync(trust: false), "its TLS certificate or handshake was refused");

    [Fact]
    public async Task A_service_that_is_down_proves_nothing()
    {
        server.Change(t => t.RefuseTokens("The service is down.", 503));

        await AssertUnknownAsync(await CheckAsync(), "The sign-in service said ");
    }

    [Fact]
    public async Task A_service_that_never_answers_ends_at_the_deadline()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        var run = await CheckAsync(
            $"https://localhost:{((IPEndPoint)silent.LocalEndpoint).Port}/",
            true,
            "--timeout",
            "2"
        );

        await AssertUnknownAsync(run, "deadline");
    }

    [Fact]
    public async Task High_Volume_Email_asks_a_user_for_Mail_Send()
    {
        using var error = new DeviceCodeReader(code => Assert.True(server.SignInDevice(code, Scenario.Mailbox)));
        using var output = new StringWriter();
        string[] args =
        [
            "check",
            "--host",
            "smtp.hve.mx.microsoft",
            "--user",
            Scenario.Mailbox,
            "--sign-in",
            "device-code",
            "--tenant",
            Scenario.TenantId,
            "--client-id",
            Scenario.ClientId,
            "--authority-host",
            server.AuthorityHost.ToString(),
            "--authority-file",
            authority,
            "--timeout",
            "5",
        ];

        await CommandLine.RunAsync(args, new(TextReader.Null, output, error, IsInteractive: false));

        Assert.Contains($"[entra] # token for https://outlook.office.com/Mail.Send to {Scenario.Mailbox}", log);
        Assert.DoesNotContain("lacks the scope", output.ToString());
    }

    [Fact]
    public async Task A_sign_in_service_without_TLS_gets_no_secret()
    {
        var run = await CheckAsync("http://localhost:1/");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("--authority-host must begin with https://", run.Error);
    }

    [Fact]
    public async Task The_simulator_of_the_command_line_issues_tokens_that_expire()
    {
        await using var simulator = await RunningSimulator.StartAsync(
            "--token-lifetime",
            "0",
            "--authority-file",
            authority
        );
        var signIn = await simulator.UntilPrintedAsync(SignInService());

        var run = await ToolRun.OfAsync(
            "check",
            "--host",
            "localhost",
            "--port",
            $"{simulator.Port}",
            "--user",
            Scenario.Mailbox,
            "--authority-file",
            authority,
            "--json",
            "--sign-in",
            "client-secret",
            "--tenant",
            Scenario.TenantId,
            "--client-id",
            Scenario.ClientId,
            "--client-secret-env",
            SecretVariable,
            "--authority-host",
            signIn
        );

        Assert.Equal((1, "Token"), (run.ExitCode, run.Json.GetProperty("closedGate").GetString()));
        Assert.Contains("expired", run.Json.GetProperty("summary").GetString());
    }

    Task AssertUnknownAsync(ToolRun run, string reason)
    {
        Assert.Equal(
            (2, "Unknown", "Unknown"),
            (run.ExitCode, run.Json.GetProperty("verdict").GetString(), run.Json.GetProperty("closedGate").GetString())
        );
        Assert.Contains(reason, run.Json.GetProperty("summary").GetString());
        Assert.DoesNotContain(Scenario.ClientSecret, run.Out);
        Assert.Empty(server.Sessions);
        return Task.CompletedTask;
    }

    [GeneratedRegex(@"Sign-in service (https://localhost:\d+/)")]
    private static partial Regex SignInService();

    [GeneratedRegex("enter the code (\\w+)")]
    private static partial Regex ShownCode();

    sealed class DeviceCodeReader(Action<string> read) : StringWriter
    {
        public override Task WriteLineAsync(string? value)
        {
            if (ShownCode().Match(value ?? "") is { Success: true } shown)
                read(shown.Groups[1].Value);
            return base.WriteLineAsync(value);
        }
    }
}
