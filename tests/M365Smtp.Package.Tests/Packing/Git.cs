using System.Diagnostics;

namespace M365Smtp.Package.Tests.Packing;

static class Git
{
    /// <summary>A clone of the last commit, without a remote.</summary>
    public static async Task CloneAsync(string repository, string folder)
    {
        await RunAsync("clone", "--quiet", "--no-hardlinks", repository, folder);
        await RunAsync("-C", folder, "remote", "remove", "origin");
    }

    static async Task RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { RedirectStandardError = true };
        using var git = Process.Start(start)!;
        var error = await git.StandardError.ReadToEndAsync();
        await git.WaitForExitAsync();
        Assert.True(git.ExitCode == 0, $"git {string.Join(' ', arguments)}: {error}");
    }
}
