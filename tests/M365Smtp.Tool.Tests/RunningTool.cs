using System.Diagnostics;

namespace M365Smtp.Tool.Tests;

/// <summary>A process that <c>dotnet</c> runs, its streams captured.</summary>
static class RunningTool
{
    /// <summary>The tool as the tests have built it.</summary>
    public static string Assembly => Path.Combine(AppContext.BaseDirectory, "m365smtp.dll");

    public static Process Start(string folder, IEnumerable<string> arguments) =>
        Process.Start(
            new ProcessStartInfo("dotnet", arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    /// <summary>What it says, to the end.</summary>
    public static async Task<(int ExitCode, string Out, string Error)> ReadAsync(Process process, string input = "")
    {
        using (process)
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            var texts = await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(),
                process.StandardError.ReadToEndAsync()
            );
            await process.WaitForExitAsync();
            return (process.ExitCode, texts[0], texts[1]);
        }
    }
}
