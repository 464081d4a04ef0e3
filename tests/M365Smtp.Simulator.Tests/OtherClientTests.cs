using System.Diagnostics;

namespace M365Smtp.Simulator.Tests;

/// <summary>Clients in other languages, from Debian; a test is skipped if its program is missing.</summary>
public class OtherClientTests
{
    [Fact]
    public async Task Swaks_signs_in_with_LOGIN_and_sends()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var authority = new AuthorityFile(server);

        var output = await RunAsync(
            "swaks",
            "--server",
            "127.0.0.1",
            "--port",
            $"{server.Port}",
            "--tls",
            "--tls-verify",
            "--tls-ca-path",
            authority.Path,
            "--auth",
            "LOGIN",
            "--auth-user",
            Scenario.Mailbox,
            "--auth-password",
            Scenario.Password,
            "--from",
            Scenario.Mailbox,
            "--to",
            "ops@contoso.com"
        );

        Assert.Contains("235 2.7.0 Authentication successful", output);
        Assert.Equal(Scenario.Mailbox, Assert.Single(server.Messages).From);
    }

    [Fact]
    public async Task Swaks_shows_which_gate_is_closed()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.SecurityDefaults);
        using var authority = new AuthorityFile(server);

        var output = await RunAsync(
            "swaks",
            "--server",
            "127.0.0.1",
            "--port",
            $"{server.Port}",
            "--tls",
            "--tls-verify",
            "--tls-ca-path",
            authority.Path,
            "--auth",
            "LOGIN",
            "--auth-user",
            Scenario.Mailbox,
            "--auth-password",
            Scenario.Password,
            "--from",
            Scenario.Mailbox,
            "--to",
            "ops@contoso.com"
        );

        Assert.Contains(
            "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy.",
            output
        );
    }

    [Fact]
    public async Task Python_smtplib_signs_in_with_LOGIN_and_sends()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var authority = new AuthorityFile(server);
        var script = $"""
            import smtplib, ssl
            client = smtplib.SMTP("localhost", {server.Port})
            client.starttls(context=ssl.create_default_context(cafile="{authority.Path}"))
            client.login("{Scenario.Mailbox}", "{Scenario.Password}")
            client.sendmail("{Scenario.Mailbox}", ["ops@contoso.com"], "From: {Scenario.Mailbox}\r\nSubject: from Python\r\n\r\n.hello\r\n")
            client.quit()
            """;

        await RunAsync("python3", "-c", script);

        var message = Assert.Single(server.Messages);
        Assert.Equal("from Python", message.Header("Subject"));
        Assert.EndsWith("\r\n\r\n.hello\r\n", message.ToString());
    }

    static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not installed; on Debian: apt-get install {program}");
            throw;
        }
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.Dispose();
        return string.Concat(texts);
    }

    sealed class AuthorityFile : IDisposable
    {
        public AuthorityFile(SmtpSimulator server) => File.WriteAllText(Path, server.Certificate.AuthorityPem);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
