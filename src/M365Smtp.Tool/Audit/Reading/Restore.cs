using System.Diagnostics;

namespace M365Smtp.Tool.Audit.Reading;

/// <summary>Restores packages with the SDK's own command before loading.</summary>
internal static class Restore
{
    /// <returns>The errors; none if everything was restored.</returns>
    public static async Task<IReadOnlyList<ReadProblem>> RunAsync(
        AuditRoot root,
        Action<string> progress,
        CancellationToken cancel
    )
    {
        var problems = new List<ReadProblem>();
        foreach (var path in root.Solutions.Count > 0 ? root.Solutions : root.Projects)
        {
            progress(path);
            if (await OneAsync(path, cancel) is { } problem)
                problems.Add(problem);
        }
        return problems;
    }

    static async Task<ReadProblem?> OneAsync(string path, CancellationToken cancel)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("dotnet", ["restore", path, "--nologo", "-v", "q"])
                {
                    WorkingDirectory = Path.GetDirectoryName(path),
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            try
            {
                var output = await Task.WhenAll(
                    process.StandardOutput.ReadToEndAsync(cancel),
                    process.StandardError.ReadToEndAsync(cancel)
                );
                await process.WaitForExitAsync(cancel);
                return process.ExitCode == 0
                    ? null
                    : new(path, "not restored: " + FirstError(output[0] + output[1], path), IsLost: false);
            }
            finally
            {
                if (!process.HasExited)
                    process.Kill(entireProcessTree: true);
            }
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return new(path, $"not restored: dotnet could not be started ({missing.Message})", IsLost: false);
        }
    }

    static string FirstError(string output, string path) =>
        output
            .ReplaceLineEndings("\n")
            .Split('\n')
            .FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))
            ?.Replace(path, Path.GetFileName(path), StringComparison.Ordinal)
            .Trim()
        ?? "dotnet restore failed";
}
