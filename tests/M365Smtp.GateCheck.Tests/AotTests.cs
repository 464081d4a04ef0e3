using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace M365Smtp.Tests;

public class AotTests
{
    [Fact]
    public async Task A_consumer_published_as_native_code_works()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && (IsInstalled("clang") || IsInstalled("gcc")),
            "Native code needs clang or gcc."
        );
        var output = Directory.CreateTempSubdirectory("gatecheck-aot-");
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

            var ran = await RunAsync(Path.Combine(output.FullName, "AotConsumer"), []);

            Assert.Equal("AccountLocked\nBlockedForTenant\nGateCheckHealthCheckExtensions\nClosed Token\n", ran.Text);
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
        Path.Combine(Path.GetDirectoryName(here)!, "AotConsumer", "AotConsumer.csproj");

    static async Task<(int Exit, string Text)> RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, text + await errors);
    }
}
