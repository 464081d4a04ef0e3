using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace M365Smtp.Analyzers.Bench;

/// <summary>
/// The times that <c>csc /reportanalyzer</c> gives for the analyzers in a separate process, where everything must still
/// be JIT-compiled.
/// </summary>
internal static class ColdCompiler
{
    const int Rounds = 5;

    public static void Run(Bars bars)
    {
        var folder = Directory.CreateTempSubdirectory("m365smtp-bench").FullName;
        try
        {
            foreach (var (name, mailEvery) in new[] { ("no mail", 0), ("some mail", 40) })
            {
                var workload = Workload.Generated(name, 1, mailEvery);
                var arguments = Arguments(workload, Directory.CreateDirectory(Path.Combine(folder, name)).FullName);
                var times = Enumerable.Range(0, Rounds).Select(_ => Milliseconds(arguments)).Order().ToArray();
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"cold csc, {workload.Name}: {times[Rounds / 2]:N0} ms (fastest {times[0]:N0})"
                    )
                );
                if (mailEvery == 0)
                    bars.AtMost("cold compiler without mail: ms", times[Rounds / 2], 30);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static string Arguments(Workload workload, string folder)
    {
        var response = Path.Combine(folder, "csc.rsp");
        var lines = new List<string>
        {
            "/nologo",
            "/target:library",
            "/nullable:enable",
            "/langversion:preview",
            "/parallel-",
            "/reportanalyzer",
            $"/out:\"{Path.Combine(folder, "bench.dll")}\"",
            $"/analyzer:\"{typeof(SmtpCodeAnalyzer).Assembly.Location}\"",
        };
        lines.AddRange(
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path =>
                    !path.Contains("CodeAnalysis", StringComparison.Ordinal)
                    && !path.Contains("M365Smtp", StringComparison.Ordinal)
                )
                .Select(path => $"/reference:\"{path}\"")
        );
        foreach (var (path, text) in workload.Files)
        {
            var file = Path.Combine(folder, Path.GetFileName(path));
            File.WriteAllText(file, text);
            lines.Add($"\"{file}\"");
        }
        File.WriteAllLines(response, lines);
        return response;
    }

    static double Milliseconds(string response)
    {
        var csc = typeof(ColdCompiler)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(item => item.Key == "Csc")
            .Value!;
        using var process = Process.Start(
            new ProcessStartInfo(
                Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet"
                    ? host
                    : "dotnet",
                ["exec", csc, "@" + response]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        // "   0.012   45   M365Smtp.Analyzers, Version=1.0.0.0, …"
        var row =
            output
                .Split('\n')
                .Select(line => line.Trim())
                .FirstOrDefault(line => line.Contains(" M365Smtp.Analyzers, Version=", StringComparison.Ordinal))
            ?? throw new InvalidOperationException("The compiler reports no analyzer times:\n" + output);
        return double.Parse(row.Split(' ')[0].TrimStart('<'), CultureInfo.InvariantCulture) * 1000;
    }
}
