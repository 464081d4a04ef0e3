namespace M365Smtp.Audit.Tests;

/// <summary>The packed tool, installed from a feed as a user installs it.</summary>
public class InstalledToolTests
{
    [Fact]
    public async Task Installed_from_its_package_it_loads_projects()
    {
        using var feed = AuditedFolder.Empty();
        using var shop = AuditedFolder.Of("Shop");
        var configuration = AppContext.BaseDirectory.Contains("Release") ? "Release" : "Debug";
        var packed = await Sdk.RunAsync(
            AuditedFolder.Repository,
            "pack",
            "src/M365Smtp.Tool",
            "--no-build",
            "-c",
            configuration,
            "-o",
            feed.Path,
            "--nologo"
        );
        Assert.True(packed.ExitCode == 0, packed.Output);
        feed.Write(
            "nuget.config",
            "<configuration><packageSources>"
                + $"<add key=\"feed\" value=\"{feed.Path}\" /></packageSources></configuration>"
        );

        var installed = await Sdk.RunAsync(
            feed.Path,
            "tool",
            "install",
            "M365Smtp.Tool",
            "--tool-path",
            "tools",
            "--configfile",
            feed["nuget.config"]
        );
        Assert.True(installed.ExitCode == 0, installed.Output);
        using var process = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo(feed["tools/m365smtp"], ["audit", shop.Path, "--restore"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = await process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.StartsWith("Of 4 senders, 2 stop at the end of December 2026", output);
        Assert.Contains("Read 4 projects (1 loosely)", error);
        Assert.Equal(1, process.ExitCode);
    }
}
