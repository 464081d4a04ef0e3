using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using M365Smtp.Tool.Lint.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Microsoft.CodeAnalysis.VisualBasic;

namespace M365Smtp.Tool.Audit.Reading;

/// <summary>Reads all sources of a folder without building it: against the framework the tool runs on and the libraries
/// that mail code uses.</summary>
internal sealed class LooseReader : IDisposable
{
    const string UsingsOfTheSdk = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    const string UsingsOfTheWebSdk = """

        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    static readonly string[] Libraries =
    [
        "MailKit",
        "MimeKit",
        "Azure.Identity",
        "Azure.Core",
        "Microsoft.Identity.Client",
        "Microsoft.Extensions.Configuration",
        "Microsoft.Extensions.Configuration.Abstractions",
        "Microsoft.Extensions.Configuration.Binder",
        "Microsoft.Extensions.Options",
        "Microsoft.Extensions.Options.ConfigurationExtensions",
        "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Logging.Abstractions",
        "Microsoft.Extensions.Hosting.Abstractions",
        "System.Configuration.ConfigurationManager",
    ];

    static readonly Lazy<ImmutableArray<MetadataReference>> References = new(() =>
        [.. ReferencePaths().Select(path => MetadataReference.CreateFromFile(path))]
    );

    readonly AdhocWorkspace workspace = new();
    readonly List<(ProjectId Id, string Path, ProjectFile Said)> read = [];
    Solution? solution;

    /// <summary>The tool's own MailKit, for a project whose packages are not restored.</summary>
    public static IEnumerable<MetadataReference> MailKit =>
        References.Value.Where(reference => Path.GetFileName(reference.Display) is "MailKit.dll" or "MimeKit.dll");

    /// <param name="path">A project file or a folder.</param>
    /// <param name="others">Folders with their own projects.</param>
    /// <param name="unreadable">Called for each file that cannot be read.</param>
    public void Read(
        string path,
        IReadOnlyCollection<string> others,
        Action<string, string> unreadable,
        CancellationToken cancel
    )
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;
        var said = ProjectFile.Read(path);
        var files = SourceTree.Files(folder, inner => others.Contains(inner)).Order(StringComparer.Ordinal).ToList();
        foreach (var (ending, language) in new[] { (".cs", LanguageNames.CSharp), (".vb", LanguageNames.VisualBasic) })
        {
            var sources = files.Where(file => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)).ToList();
            if (sources.Count > 0)
                Add(path, folder, language, sources, files, said, unreadable, cancel);
        }
    }

    /// <summary>What was read, one per language, each with the projects that its project file references.</summary>
    public IEnumerable<(string Path, Project Project)> Projects()
    {
        foreach (var (id, path, said) in read)
            foreach (
                var reference in read.Where(other =>
                    other.Id != id && said.References.Contains(other.Path, StringComparer.OrdinalIgnoreCase)
                )
            )
                if (!Reaches(reference.Id, id))
                    solution = solution!.AddProjectReference(id, new(reference.Id));
        return read.Select(one => (one.Path, solution!.GetProject(one.Id)!));
    }

    // Project files may reference each other in a cycle.
    bool Reaches(ProjectId from, ProjectId to) =>
        from == to
        || solution!.GetProjectDependencyGraph().GetProjectsThatThisProjectTransitivelyDependsOn(from).Contains(to);

    public void Dispose() => workspace.Dispose();

    void Add(
        string path,
        string folder,
        string language,
        IReadOnlyList<string> sources,
        IReadOnlyList<string> files,
        ProjectFile said,
        Action<string, string> unreadable,
        CancellationToken cancel
    )
    {
        var isCSharp = language == LanguageNames.CSharp;
        var id = ProjectId.CreateNewId();
        var name = Path.GetFileNameWithoutExtension(path);
        solution = (solution ?? workspace.CurrentSolution).AddProject(
            ProjectInfo.Create(
                id,
                VersionStamp.Default,
                name,
                name,
                language,
                filePath: File.Exists(path) ? path : null,
                compilationOptions: isCSharp
                    ? new CSharpCompilationOptions(
                        said.OutputKind,
                        allowUnsafe: true,
                        nullableContextOptions: NullableContextOptions.Annotations
                    )
                    : new VisualBasicCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
                parseOptions: isCSharp
                    ? new CSharpParseOptions(
                        Microsoft.CodeAnalysis.CSharp.LanguageVersion.Preview,
                        preprocessorSymbols: ["NET", "NETCOREAPP"]
                    )
                    : new VisualBasicParseOptions(
                        Microsoft.CodeAnalysis.VisualBasic.LanguageVersion.Latest,
                        preprocessorSymbols: [new("_MyType", "Empty")]
                    ),
                metadataReferences: References.Value
            )
        );
        foreach (var file in sources)
        {
            cancel.ThrowIfCancellationRequested();
            if (Text(file, unreadable) is { } text)
                solution = solution.AddDocument(
                    DocumentId.CreateNewId(id),
                    Path.GetFileName(file),
                    text,
                    filePath: file
                );
        }
        if (isCSharp && said.HasImplicitUsings)
            solution = solution.AddDocument(
                DocumentId.CreateNewId(id),
                "ImplicitUsings.g.cs",
                SourceText.From(UsingsOfTheSdk + (HasAspNetCore ? UsingsOfTheWebSdk : "")),
                filePath: Path.Combine(folder, "obj", "ImplicitUsings.g.cs")
            );
        foreach (var file in files.Where(SettingsNames.AreRead))
            if (Text(file, unreadable) is { } text)
                solution = solution.AddAdditionalDocument(
                    DocumentId.CreateNewId(id),
                    Path.GetFileName(file),
                    text,
                    filePath: file
                );
        foreach (
            var file in ConfigAbove(folder)
                .Concat(files.Where(file => Path.GetFileName(file) == ".editorconfig"))
                .Distinct()
        )
            if (Text(file, unreadable) is { } text)
                solution = solution.AddAnalyzerConfigDocument(
                    DocumentId.CreateNewId(id),
                    Path.GetFileName(file),
                    text,
                    filePath: file
                );
        solution = solution.AddAnalyzerConfigDocument(
            DocumentId.CreateNewId(id),
            "build.globalconfig",
            SourceText.From(said.GlobalConfig),
            filePath: Path.Combine(folder, "obj", "build.globalconfig")
        );
        read.Add((id, path, said));
    }

    static SourceText? Text(string file, Action<string, string> unreadable)
    {
        try
        {
            return SourceText.From(FileText.Read(file).Text, System.Text.Encoding.UTF8);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            unreadable(file, "cannot be read");
            return null;
        }
    }

    static IEnumerable<string> ConfigAbove(string folder)
    {
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
            foreach (var name in new[] { ".editorconfig", ".globalconfig" })
                if (Path.Combine(above, name) is var file && File.Exists(file))
                    yield return file;
    }

    static string? AspNetCore
    {
        get
        {
            var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
            var shared = Path.Combine(
                Path.GetDirectoryName(Path.GetDirectoryName(framework))!,
                "Microsoft.AspNetCore.App",
                Path.GetFileName(framework)
            );
            return Directory.Exists(shared) ? shared : null;
        }
    }

    static bool HasAspNetCore => AspNetCore is not null;

    static IEnumerable<string> ReferencePaths()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] folders = AspNetCore is { } shared ? [framework, shared] : [framework];
        var ofFramework = folders
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
            .Where(IsManaged)
            .ToList();
        var known = ofFramework.Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ofTool = Libraries
            .Where(name => !known.Contains(name))
            .Select(name => Path.Combine(AppContext.BaseDirectory, name + ".dll"));
        return ofFramework.Concat(ofTool.Where(File.Exists));
    }

    static bool IsManaged(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var reader = new System.Reflection.PortableExecutable.PEReader(stream);
            return reader.HasMetadata;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            return false;
        }
    }
}

/// <summary>The contents of a project file, read as text without evaluating it.</summary>
/// <param name="Framework">Such as net10.0 or v4.7.2; null if the file does not specify one.</param>
/// <param name="References">The full paths of the projects it references.</param>
internal sealed record ProjectFile(
    string? Framework,
    bool HasImplicitUsings,
    OutputKind OutputKind,
    bool IsTest,
    IReadOnlyList<string> References
)
{
    static readonly ProjectFile None = new(null, true, OutputKind.ConsoleApplication, false, []);

    public static ProjectFile Read(string path)
    {
        if (!File.Exists(path))
            return None;
        try
        {
            var all = XDocument.Load(path).Descendants().ToList();
            string? Property(string name) => all.LastOrDefault(element => element.Name.LocalName == name)?.Value.Trim();
            var isClassic = all.Any(element => element.Name.LocalName == "TargetFrameworkVersion");
            return new(
                Property("TargetFrameworkVersion")
                    ?? Property("TargetFramework")
                    ?? Property("TargetFrameworks")?.Split(';')[0],
                !isClassic && Property("ImplicitUsings")?.ToLowerInvariant() is not ("disable" or "false"),
                Property("OutputType")?.ToLowerInvariant() is "exe" or "winexe" || IsWeb(all)
                    ? OutputKind.ConsoleApplication
                    : OutputKind.DynamicallyLinkedLibrary,
                all.Any(element =>
                    element
                        .Attribute("Include")
                        ?.Value.StartsWith("Microsoft.NET.Test.Sdk", StringComparison.OrdinalIgnoreCase) == true
                ),
                [
                    .. all.Where(element => element.Name.LocalName == "ProjectReference")
                        .Select(element => element.Attribute("Include")?.Value)
                        .OfType<string>()
                        .Where(include => !include.Contains('$'))
                        .Select(include => Path.GetFullPath(include.Replace('\\', '/'), Path.GetDirectoryName(path)!)),
                ]
            );
        }
        catch (Exception broken)
            when (broken is XmlException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return None;
        }
    }

    /// <summary>Properties in the form in which the SDK passes them to analyzers.</summary>
    public string GlobalConfig
    {
        get
        {
            var version = Framework?.TrimStart('v', 'V') ?? "";
            var identifier =
                version.StartsWith("net4", StringComparison.Ordinal)
                || (version.Length > 0 && char.IsDigit(version[0]) && version[0] < '5')
                    ? ".NETFramework"
                : version.StartsWith("net", StringComparison.Ordinal) && version.Length > 3 && char.IsDigit(version[3])
                    ? ".NETCoreApp"
                : version.StartsWith("netcoreapp", StringComparison.Ordinal) ? ".NETCoreApp"
                : "";
            var number = version
                .Replace("netcoreapp", "", StringComparison.Ordinal)
                .Replace("net", "", StringComparison.Ordinal)
                .Split('-')[0];
            return identifier.Length == 0
                ? "is_global = true\n"
                : "is_global = true\n"
                    + $"build_property.TargetFrameworkIdentifier = {identifier}\n"
                    + $"build_property.TargetFrameworkVersion = v{number}\n";
        }
    }

    static bool IsWeb(IEnumerable<XElement> all) =>
        all.Any(element =>
            element.Name.LocalName == "Project"
            && element.Attribute("Sdk")?.Value.Contains(".Web", StringComparison.OrdinalIgnoreCase) == true
        );
}

/// <summary>The names of the settings files that the analyzers read in a build.</summary>
internal static class SettingsNames
{
    static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "web.config",
        "app.config",
        "nlog.config",
        "log4net.config",
        "launchSettings.json",
        "m365smtp.senders.json",
    };

    public static bool AreRead(string path)
    {
        var name = Path.GetFileName(path);
        return Names.Contains(name)
            || (
                name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase)
                && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            );
    }
}
