using System.Diagnostics;

namespace M365Smtp.Mutation;

/// <summary>A warm process that runs tests of one assembly; started on demand, killed when a test hangs.</summary>
sealed class TestHost(string program) : IDisposable
{
    Process? process;

    public sealed record Answer(bool Passed, string Test);

    /// <returns>Null if the time ran out or the process died.</returns>
    public async Task<Answer?> Ask(string line, TimeSpan patience)
    {
        process ??= Start();
        try
        {
            process.StandardInput.WriteLine(line);
            using var stop = new CancellationTokenSource(patience);
            while (await process.StandardOutput.ReadLineAsync(stop.Token) is { } answer)
                if (answer.StartsWith("@@ ", StringComparison.Ordinal))
                    return new(answer == "@@ passed", answer[3..]);
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException) { }
        Dispose();
        return null;
    }

    Process Start() =>
        Process.Start(
            new ProcessStartInfo(program, "mutation")
            {
                WorkingDirectory = Path.GetDirectoryName(program)!,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = false,
            }
        )!;

    public void Dispose()
    {
        if (process is { HasExited: false })
            process.Kill(entireProcessTree: true);
        process?.Dispose();
        process = null;
    }
}
