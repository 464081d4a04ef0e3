using M365Smtp.Package.Tests.Texts;

namespace M365Smtp.Package.Tests.Packing;

/// <summary>The package built by 'dotnet pack' once per run, outside the repo, with a version that no cache can
/// contain.</summary>
[CollectionDefinition(nameof(PackedPackage))]
public sealed class PackedPackage : IAsyncLifetime, ICollectionFixture<PackedPackage>
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("m365smtp-package-").FullName;

    public string Version { get; } = $"1.0.0-test.{DateTime.UtcNow:yyyyMMddHHmmssfff}";

    public string Feed => Path.Combine(Folder, "feed");

    public string Nupkg => Path.Combine(Feed, $"M365SmtpAnalyzers.{Version}.nupkg");

    public async ValueTask InitializeAsync() =>
        await DotNet.SucceedAsync(
            Repo.Root,
            new Dictionary<string, string>(),
            "pack",
            "src/M365SmtpAnalyzers.Package",
            "-c",
            "Release",
            "-o",
            Feed,
            "--artifacts-path",
            Path.Combine(Folder, "build"),
            $"-p:Version={Version}",
            "--nologo",
            "-v",
            "q"
        );

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return default;
    }
}
