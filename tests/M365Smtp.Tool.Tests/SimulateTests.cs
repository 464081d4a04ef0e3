using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace M365Smtp.Tool.Tests;

public class SimulateTests
{
    [Fact]
    public async Task The_open_scenario_takes_mail_of_the_printed_mailbox()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        await SendAsync(simulator, "alerts@contoso.com", "P@ssw0rd!");

        Assert.Contains("scenario open", simulator.Out);
        Assert.Contains("Mailbox alerts@contoso.com, password P@ssw0rd!", simulator.Out);
        Assert.Contains("# accepted from alerts@contoso.com for ops@contoso.com", simulator.Out);
    }

    [Fact]
    public async Task A_scenario_answers_with_its_cause_and_the_session_is_printed_without_secrets()
    {
        await using var simulator = await RunningSimulator.StartAsync("--scenario", "mailbox-smtp-auth-off");

        var refused = await Assert.ThrowsAsync<AuthenticationException>(() =>
            SendAsync(simulator, "alerts@contoso.com", "P@ssw0rd!")
        );

        Assert.Contains("SmtpClientAuthentication is disabled for the Mailbox", refused.Message);
        var session = simulator
            .Out.ReplaceLineEndings("\n")
            .Split('\n')
            .Where(line => line.StartsWith("[1]", StringComparison.Ordinal))
            .ToArray();
        Assert.Contains("[1] C: ********", session);
        Assert.Contains("[1] # alerts@contoso.com: MailboxSmtpAuthOff", session);
        Assert.DoesNotContain(session, line => line.Contains("P@ssw0rd!") || line.Contains("UEBzc3cwcmQh"));
    }

    [Theory]
    [InlineData("disabled for the Tenant", "--tenant-smtp-auth", "off")]
    [InlineData("disabled for the Mailbox", "--mailbox-smtp-auth", "off")]
    [InlineData("security defaults policy", "--security-defaults", "on")]
    [InlineData("basic authentication is disabled", "--basic-auth", "blocked")]
    [InlineData("Basic authentication is not supported", "--basic-auth-retired")]
    [InlineData("did not meet the criteria", "--conditional-access-from", "203.0.113.7")]
    [InlineData("account locked", "--locked")]
    public async Task A_single_gate_can_be_closed_with_the_page_and_without(string reason, params string[] args)
    {
        foreach (string[] given in (string[][])[args, [.. args, "--ui"]])
        {
            await using var simulator = await RunningSimulator.StartAsync(given);

            var refused = await Assert.ThrowsAsync<AuthenticationException>(() =>
                SendAsync(simulator, "alerts@contoso.com", "P@ssw0rd!")
            );

            Assert.Contains(reason, refused.Message);
        }
    }

    [Fact]
    public async Task An_option_opens_a_gate_that_the_scenario_closed()
    {
        await using var simulator = await RunningSimulator.StartAsync(
            "--scenario",
            "tenant-smtp-auth-off",
            "--mailbox-smtp-auth",
            "on"
        );

        await SendAsync(simulator, "alerts@contoso.com", "P@ssw0rd!");

        Assert.Contains("# accepted", simulator.Out);
    }

    [Fact]
    public async Task Mailbox_and_password_can_be_set_and_the_password_is_not_printed()
    {
        Environment.SetEnvironmentVariable("SIMULATE_TEST_PASSWORD", "Tr0ub4dor");
        await using var simulator = await RunningSimulator.StartAsync(
            "--mailbox",
            "bob@fabrikam.com",
            "--password-env",
            "SIMULATE_TEST_PASSWORD"
        );

        await SendAsync(simulator, "bob@fabrikam.com", "Tr0ub4dor");

        Assert.Contains("# accepted from bob@fabrikam.com", simulator.Out);
        Assert.DoesNotContain("Tr0ub4dor", simulator.Out);
    }

    [Fact]
    public async Task It_runs_until_it_is_ended()
    {
        var simulator = await RunningSimulator.StartAsync();

        Assert.Equal(0, await simulator.EndAsync());
        await Assert.ThrowsAsync<System.Net.Sockets.SocketException>(() =>
            SendAsync(simulator, "alerts@contoso.com", "P@ssw0rd!")
        );
    }

    [Theory]
    [InlineData("There is no scenario 'closed'. There are: open, security-defaults,", "--scenario", "closed")]
    [InlineData("--port must lie between 0 and 65535", "--port", "70000")]
    [InlineData("Cannot parse argument 'smtp' for option '--port'", "--port", "smtp")]
    [InlineData("'maybe' not recognized", "--security-defaults", "maybe")]
    [InlineData("--mailbox takes a UPN", "--mailbox", "bob")]
    [InlineData("environment variable NO_SUCH_VARIABLE is not set", "--password-env", "NO_SUCH_VARIABLE")]
    [InlineData("'nowhere' is not an IP address", "--conditional-access-from", "nowhere")]
    [InlineData("Break one thing at a time", "--no-starttls", "--delay", "5")]
    [InlineData("--delay must not be negative", "--delay", "-5")]
    [InlineData("Unrecognized option '--password'", "--password", "secret")]
    public async Task Wrong_arguments_are_named(string message, params string[] args)
    {
        var run = await ToolRun.OfAsync(["simulate", .. args]);

        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.Contains(message, run.Error);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_so()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var run = await ToolRun.OfAsync("simulate", "--port", $"{simulator.Port}");

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith($"Port {simulator.Port} cannot be used", run.Error);
    }

    static async Task SendAsync(RunningSimulator simulator, string user, string password)
    {
        using var client = new SmtpClient
        {
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = (_, _, _, _) => true,
        };
        await client.ConnectAsync("localhost", simulator.Port, SecureSocketOptions.StartTls);
        await client.AuthenticateAsync(user, password);
        await client.SendAsync(
            new MimeMessage(
                [MailboxAddress.Parse(user)],
                [MailboxAddress.Parse("ops@contoso.com")],
                "hello",
                new TextPart("plain") { Text = "hello" }
            )
        );
        await client.DisconnectAsync(true);
    }
}
