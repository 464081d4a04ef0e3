using System.Text.Json;
using System.Xml.Linq;
using M365Smtp.Package.Tests.Packing;
using M365Smtp.Package.Tests.Texts;

namespace M365Smtp.Package.Tests.Consuming;

/// <summary>A copy of one of these tests' solutions, whose projects only install the package and use nothing else from
/// this repo.</summary>
sealed class ConsumerSolution
{
    readonly Dictionary<string, string> _environment;

    public ConsumerSolution(PackedPackage package, string name, string from = "Consumers")
    {
        Folder = Path.Combine(package.Folder, name);
        Copy(Repo.Path("tests/M365Smtp.Package.Tests/" + from), Folder);
        File.WriteAllText(
            Path.Combine(Folder, "nuget.config"),
            $"""<configuration><packageSources><add key="packed" value="{package.Feed}" /></packageSources></configuration>"""
        );
        _environment = new()
        {
            ["PackageUnderTest"] = package.Version,
            ["MailKitVersion"] = typeof(MailKit.Net.Smtp.SmtpClient).Assembly.GetName().Version!.ToString(3),
            ["AzureIdentityVersion"] = VersionOf("Azure.Identity"),
            // Reuse the machine's packages, but keep new ones out of its cache.
            ["NUGET_PACKAGES"] = Path.Combine(package.Folder, "packages"),
            ["NUGET_FALLBACK_PACKAGES"] = MachinePackages,
        };
    }

    public string Folder { get; }

    public Task<DotNet.Result> RunAsync(params string[] arguments) => DotNet.RunAsync(Folder, _environment, arguments);

    public Task<string> SucceedAsync(params string[] arguments) => DotNet.SucceedAsync(Folder, _environment, arguments);

    /// <summary>"Alert.cs(10): SMTP2001" for each finding in the SARIF log of the project's last build, in
    /// order.</summary>
    public IEnumerable<string> Findings(string project)
    {
        using var sarif = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, project, "findings.sarif")));
        var findings =
            from result in sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            let place = result.GetProperty("locations")[0].GetProperty("physicalLocation")
            let file = Path.GetFileName(place.GetProperty("artifactLocation").GetProperty("uri").GetString())
            let line = place.GetProperty("region").GetProperty("startLine").GetInt32()
            let id = result.GetProperty("ruleId").GetString()
            orderby file, line, id
            select $"{file}({line}): {id}";
        return [.. findings];
    }

    /// <summary>The source files and their contents.</summary>
    public IReadOnlyDictionary<string, string> Sources() =>
        Directory
            .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(path =>
                path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".vb", StringComparison.Ordinal)
            )
            .Where(path =>
                !path.Contains(
                    $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
            )
            .ToDictionary(path => Path.GetRelativePath(Folder, path), File.ReadAllText);

    static string VersionOf(string package) =>
        XDocument
            .Load(Repo.Path("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Single(known => known.Attribute("Include")?.Value == package)
            .Attribute("Version")!
            .Value;

    static string MachinePackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
