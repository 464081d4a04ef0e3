using System.IO.Compression;
using System.Security.Cryptography;
using M365Smtp.Package.Tests.Texts;

namespace M365Smtp.Package.Tests.Packing;

/// <summary>Packing a commit again produces the same bytes, wherever the clone is.</summary>
public sealed class ReproducibleTests
{
    [Fact]
    public async Task Two_packs_from_two_folders_are_the_same_bytes()
    {
        var folder = Directory.CreateTempSubdirectory("m365smtp-reproducible-").FullName;
        try
        {
            var first = await PackAsync(Path.Combine(folder, "one"));
            var second = await PackAsync(Path.Combine(folder, "two", "deeper"));
            Assert.NotEmpty(first);
            Assert.Equal(first, second);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The hashes of each package and of each file in it. Packing a clone without a remote gives no
    /// warning.</summary>
    static async Task<List<string>> PackAsync(string clone)
    {
        await Git.CloneAsync(Repo.Root, clone);
        var output = await DotNet.SucceedAsync(
            clone,
            new Dictionary<string, string>(),
            "pack",
            "src/M365Smtp.Simulator",
            "-c",
            "Release",
            "-o",
            "packed",
            "--nologo",
            "-v",
            "q"
        );
        Assert.DoesNotContain("warning", output);
        return
        [
            .. Directory.EnumerateFiles(Path.Combine(clone, "packed")).Order(StringComparer.Ordinal).SelectMany(Hashes),
        ];
    }

    static IEnumerable<string> Hashes(string package)
    {
        using var file = File.OpenRead(package);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            yield return $"{entry.FullName} {Convert.ToHexString(SHA256.HashData(content))}";
        }
        file.Position = 0;
        yield return $"{Path.GetFileName(package)} {Convert.ToHexString(SHA256.HashData(file))}";
    }
}
