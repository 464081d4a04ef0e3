using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace GateCheckedApi.Tests;

public class HealthTests
{
    [Fact]
    public async Task A_closed_gate_is_named_with_the_command_that_opens_it()
    {
        using var sample = await Sample.StartAsync("mailbox-smtp-auth-off");

        var (status, text) = await sample.AskHealthAsync();

        var check = JsonDocument.Parse(text).RootElement.GetProperty("checks").GetProperty("m365-smtp");
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "Unhealthy"),
            (status, check.GetProperty("status").GetString())
        );
        Assert.Equal("MailboxSmtpAuthOff", check.GetProperty("data").GetProperty("cause").GetString());
        Assert.Equal(
            "Set-CASMailbox -Identity alerts@contoso.com -SmtpClientAuthenticationDisabled $false",
            check.GetProperty("data").GetProperty("command").GetString()
        );
        Assert.DoesNotContain("P@ssw0rd!", text);
    }

    [Fact]
    public async Task Open_gates_are_healthy()
    {
        using var sample = await Sample.StartAsync("open");

        var (status, text) = await sample.AskHealthAsync();

        Assert.Equal(
            (HttpStatusCode.OK, "Healthy"),
            (status, JsonDocument.Parse(text).RootElement.GetProperty("status").GetString())
        );
    }

    [Fact]
    public async Task A_scenario_that_does_not_exist_is_said_so()
    {
        using var process = Sample.Run("closed");

        Assert.StartsWith(
            "There is no scenario 'closed'. There are: open, security-defaults,",
            await process.StandardError.ReadToEndAsync()
        );
        await process.WaitForExitAsync();
        Assert.Equal(3, process.ExitCode);
    }

    /// <summary>The sample as a process of its own, on a free port.</summary>
    sealed class Sample(Process process, Uri health) : IDisposable
    {
        public static Process Run(string scenario) =>
            Process.Start(
                new ProcessStartInfo(
                    "dotnet",
                    [
                        Path.Combine(AppContext.BaseDirectory, "GateCheckedApi.dll"),
                        "--urls",
                        "http://127.0.0.1:0",
                        "--scenario",
                        scenario,
                    ]
                )
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;

        public static async Task<Sample> StartAsync(string scenario)
        {
            var process = Run(scenario);
            var line = await process.StandardOutput.ReadLineAsync();
            Assert.True(line is not null, line is null ? await process.StandardError.ReadToEndAsync() : "");
            return new(process, new(line!.Split(' ')[^1]));
        }

        public async Task<(HttpStatusCode Status, string Text)> AskHealthAsync()
        {
            using var http = new HttpClient();
            using var response = await http.GetAsync(health);
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }

        public void Dispose()
        {
            process.Kill();
            process.Dispose();
        }
    }
}
