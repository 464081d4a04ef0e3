using System.Text.Json;

namespace M365Smtp.Tool.Tests;

/// <summary>The tool in a separate process.</summary>
public class ProcessTests
{
    [Fact]
    public async Task Check_of_the_simulator_ends_with_1_and_prints_one_object()
    {
        var (exitCode, output, error) = await RunAsync("", "check", "--simulate", "mailbox-smtp-auth-off", "--json");

        Assert.Equal((1, ""), (exitCode, error));
        Assert.Equal("MailboxSmtpAuth", JsonDocument.Parse(output).RootElement.GetProperty("closedGate").GetString());
    }

    [Fact]
    public async Task Explain_reads_standard_input()
    {
        var (exitCode, output, _) = await RunAsync(
            "432 4.3.2 Concurrent connections limit exceeded.",
            "explain",
            "-",
            "--json"
        );

        Assert.Equal(0, exitCode);
        Assert.Equal("Concurrency", JsonDocument.Parse(output).RootElement[0].GetProperty("cause").GetString());
    }

    static Task<(int ExitCode, string Out, string Error)> RunAsync(string input, params string[] args) =>
        RunningTool.ReadAsync(RunningTool.Start(Environment.CurrentDirectory, [RunningTool.Assembly, .. args]), input);
}
