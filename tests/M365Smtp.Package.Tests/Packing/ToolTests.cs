using System.Diagnostics;
using M365Smtp.Package.Tests.Texts;

namespace M365Smtp.Package.Tests.Packing;

/// <summary>The tool from a folder, as described in its README: installed, and run without installing.</summary>
public sealed class ToolTests
{
    const string Reply = "535 5.7.139 Authentication unsuccessful, account locked.";
    const string Install = "dotnet tool install -g M365Smtp.Tool --source ./artifacts/packages";
    const string Run = "dnx M365Smtp.Tool --source ./artifacts/packages --yes";

    [Fact]
    public async Task The_packed_tool_is_installed_and_run_by_the_commands_of_its_README()
    {
        var readme = File.ReadAllText(Repo.Path("src/M365Smtp.Tool/README.md"));
        Assert.Contains(Install, readme);
        Assert.Contains(Run, readme);
        var folder = Directory.CreateTempSubdirectory("m365smtp-tool-").FullName;
        var (packages, tools) = (Path.Combine(folder, "packages"), Path.Combine(folder, "tools"));
        var home = new Dictionary<string, string> { ["DOTNET_CLI_HOME"] = Path.Combine(folder, "home") };
        try
        {
            await Git.CloneAsync(Repo.Root, Path.Combine(folder, "clone"));
            await DotNet.SucceedAsync(
                Path.Combine(folder, "clone"),
                home,
                "pack",
                "src/M365Smtp.Tool",
                "-c",
                "Release",
                "-o",
                packages,
                "--nologo",
                "-v",
                "q"
            );

            // Not -g, which would change the machine that runs the tests.
            string[] install = [.. Words(Install, packages).Select(word => word == "-g" ? "--tool-path" : word)];
            await DotNet.SucceedAsync(folder, home, [.. install[1..3], install[3], tools, .. install[4..]]);
            Assert.StartsWith("AccountLocked", await ExplainAsync(Path.Combine(tools, "m365smtp")));

            var once = await DotNet.SucceedAsync(folder, home, [.. Words(Run, packages), "explain", Reply]);
            Assert.Contains("AccountLocked", once);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static string[] Words(string command, string packages) =>
        command.Replace("./artifacts/packages", packages).Split(' ');

    static async Task<string> ExplainAsync(string tool)
    {
        using var process = Process.Start(
            new ProcessStartInfo(tool, ["explain", Reply]) { RedirectStandardOutput = true }
        )!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}
