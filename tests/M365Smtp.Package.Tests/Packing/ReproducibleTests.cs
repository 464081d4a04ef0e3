using System.Security.Cryptography;
using M365Smtp.Package.Tests.Texts;

namespace M365Smtp.Package.Tests.Packing;

/// <summary>Whoever packs a commit again gets the same bytes, wherever the clone is.</summary>
public sealed class ReproducibleTests
{
    static readonly Dictionary<string, string> Environment = [];

    [Theory]
    [InlineData("M365SmtpAnalyzers.Package")]
    [InlineData("M365Smtp.GateCheck")]
    public async Task Two_packs_from_two_folders_are_the_same_bytes(string project)
    {
        var folder = Directory.CreateTempSubdirectory("m365smtp-reproducible-").FullName;
        try
        {
            var first = await PackAsync(Path.Combine(folder, "one"), project);
            var second = await PackAsync(Path.Combine(folder, "two", "deeper"), project);
            Assert.NotEmpty(first);
            Assert.Equal(first, second);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The bytes of each package by its name. A clone without a remote packs without a warning.</summary>
    static async Task<Dictionary<string, string>> PackAsync(string clone, string project)
    {
        await Git.CloneAsync(Repo.Root, clone);
        var output = await DotNet.SucceedAsync(
            clone, Environment, "pack", $"src/{project}", "-c", "Release", "-o", "packed", "--nologo", "-v", "q");
        Assert.DoesNotContain("warning", output);
        return Directory.EnumerateFiles(Path.Combine(clone, "packed"))
            .ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));
    }
}
