using System.Text.RegularExpressions;

namespace M365Smtp.Tool.Tests;

/// <summary><c>m365smtp simulate --port 0</c> in this process: the printed port, and the output so far.</summary>
sealed partial class RunningSimulator : IAsyncDisposable
{
    readonly CancellationTokenSource ending = new();
    readonly TaskCompletionSource<int> port = new();
    readonly Lines output;
    Task<int> run = Task.FromResult(0);

    RunningSimulator() => output = new(this);

    public int Port { get; private set; }

    public string Out => output.ToString();

    public static async Task<RunningSimulator> StartAsync(params string[] args)
    {
        var simulator = new RunningSimulator();
        using var error = new StringWriter();
        simulator.run = CommandLine.RunAsync(
            ["simulate", "--port", "0", .. args],
            new(TextReader.Null, simulator.output, error, false),
            simulator.ending.Token
        );
        var first = await Task.WhenAny(simulator.port.Task, simulator.run);
        Assert.True(first == simulator.port.Task, error.ToString());
        simulator.Port = await simulator.port.Task;
        return simulator;
    }

    /// <summary>Waits for output that matches, and returns its first group.</summary>
    public async Task<string> UntilPrintedAsync(Regex pattern)
    {
        while (!pattern.IsMatch(Out))
            await Task.Yield();
        return pattern.Match(Out).Groups[1].Value;
    }

    public async Task<int> EndAsync()
    {
        await ending.CancelAsync();
        return await run;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        ending.Dispose();
    }

    [GeneratedRegex(@"localhost:(\d+)")]
    private static partial Regex PrintedPort();

    sealed class Lines(RunningSimulator simulator) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (PrintedPort().Match(value ?? "") is { Success: true } match)
                simulator.port.TrySetResult(int.Parse(match.Groups[1].Value));
        }
    }
}
