using System.IO.Compression;
using M365Smtp.Package.Tests.Texts;

namespace M365Smtp.Package.Tests.Packing;

/// <summary>A project with packages.config gets the analyzers through the scripts that Visual Studio runs.</summary>
[Collection(nameof(PackedPackage))]
public sealed class PackagesConfigTests(PackedPackage package)
{
    // The object that Visual Studio passes to the script: a project whose type is its language, with a list of
    // analyzers.
    const string Project = """
        $list = [System.Collections.Generic.List[string]]::new()
        $list.Add('C:/another/analyzer.dll')
        $project = [pscustomobject]@{ Type = 'TYPE'; Object = [pscustomobject]@{ AnalyzerReferences = $list } }
        """;

    const string Show = "$list | ForEach-Object { Split-Path -Leaf $_ }";

    [Theory]
    [InlineData("C#", "analyzer.dll M365Smtp.Analyzers.dll M365Smtp.CodeFixes.dll")]
    [InlineData("VB.NET", "analyzer.dll M365Smtp.Analyzers.dll M365Smtp.CodeFixes.VisualBasic.dll")]
    [InlineData("F#", "analyzer.dll")]
    public async Task Install_adds_the_analyzers_of_the_language(string type, string analyzers) =>
        Assert.Equal(analyzers, await RunAsync($"{Project.Replace("TYPE", type)}; {Script("install")}; {Show}"));

    [Theory]
    [InlineData("C#")]
    [InlineData("VB.NET")]
    public async Task Uninstall_takes_away_what_install_has_added(string type) =>
        Assert.Equal(
            "analyzer.dll",
            await RunAsync($"{Project.Replace("TYPE", type)}; {Script("install")}; {Script("uninstall")}; {Show}")
        );

    [Fact]
    public async Task A_project_system_without_analyzers_is_left_alone() =>
        Assert.Equal(
            "done",
            await RunAsync(
                $"$project = [pscustomobject]@{{ Type = 'C#'; Object = [pscustomobject]@{{}} }}; {Script("install")}; 'done'"
            )
        );

    static string Script(string name) => $"& ./tools/{name}.ps1 (Get-Location).Path ./tools $null $project";

    async Task<string> RunAsync(string command)
    {
        var folder = Directory.CreateTempSubdirectory("m365smtp-packages-config-").FullName;
        try
        {
            await ZipFile.ExtractToDirectoryAsync(package.Nupkg, folder);
            var manifest = Repo.Path(".config/dotnet-tools.json");
            await DotNet.SucceedAsync(folder, Environment, "tool", "restore", "--tool-manifest", manifest);
            Directory.CreateDirectory(Path.Combine(folder, ".config"));
            File.Copy(manifest, Path.Combine(folder, ".config", "dotnet-tools.json"));
            var output = await DotNet.SucceedAsync(
                folder,
                Environment,
                "tool",
                "run",
                "pwsh",
                "-NoProfile",
                "-Command",
                $"$ErrorActionPreference = 'Stop'; {command}"
            );
            return string.Join(
                ' ',
                output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static readonly Dictionary<string, string> Environment = new()
    {
        ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
        ["POWERSHELL_UPDATECHECK"] = "Off",
        ["NO_COLOR"] = "1",
    };
}
