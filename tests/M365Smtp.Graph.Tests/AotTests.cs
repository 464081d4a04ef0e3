using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace M365Smtp.Graph.Tests;

public class AotTests
{
    [Fact]
    public async Task A_consumer_published_as_native_code_sends_and_is_refused()
    {
        var canLink = OperatingSystem.IsLinux() && (IsInstalled("clang") || IsInstalled("gcc"));
        Assert.SkipUnless(canLink, "Native code needs clang or gcc.");
        var output = Directory.CreateTempSubdirectory("graph-aot-");
        try
        {
            var published = await RunAsync(
                "dotnet",
                [
                    "publish",
                    Project(),
                    "-c",
                    "Release",
                    "-r",
                    "linux-x64",
                    "-o",
                    output.FullName,
                    "--nologo",
                    "-v",
                    "q",
                    .. Linker(),
                ]
            );
            Assert.True(published.Exit == 0, published.Text);
            Assert.DoesNotContain("M365Smtp.Graph.", published.Text);

            var ran = await RunAsync(Path.Combine(output.FullName, "GraphAotConsumer"), []);

            Assert.Equal("Disk full\nErrorSendAsDenied\n", ran.Text);
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    static string[] Linker() => IsInstalled("clang") ? [] : ["-p:CppCompilerAndLinker=gcc"];

    static bool IsInstalled(string program) =>
        Environment
            .GetEnvironmentVariable("PATH")!
            .Split(':')
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    static string Project([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "AotConsumer", "GraphAotConsumer.csproj");

    static async Task<(int Exit, string Text)> RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, text + await errors);
    }
}
