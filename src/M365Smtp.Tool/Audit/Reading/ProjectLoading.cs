using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Tool.Audit.Analysis;
using M365Smtp.Tool.Lint.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Tool.Audit.Reading;

/// <param name="Path">The full path.</param>
/// <param name="IsLost">It was skipped; otherwise it was read in another way.</param>
internal sealed record ReadProblem(string Path, string Message, bool IsLost);

/// <summary>The projects of one root, ready to be analyzed: loaded through MSBuild if possible, otherwise
/// loosely.</summary>
internal sealed class ProjectLoading(AuditRoot root, bool isLoose, Action<string> progress) : IDisposable
{
    static readonly string[] TestLibraries =
    [
        "xunit.core",
        "xunit.v3.core",
        "nunit.framework",
        "Microsoft.VisualStudio.TestPlatform.TestFramework",
        "MSTest.TestFramework",
        "TUnit.Core",
    ];

    const string Wanted = "--loose",
        NoProject = "no project has these sources";

    readonly MSBuildReader build = new();
    readonly LooseReader loose = new();
    readonly List<ReadProblem> problems = [];
    readonly List<string> files = [.. SourceTree.Files(root.Folder)];

    public IReadOnlyList<ReadProblem> Problems => problems;

    public int SourceFiles => files.Count(IsSource);

    public void Dispose()
    {
        build.Dispose();
        loose.Dispose();
    }

    public async Task<IReadOnlyList<LoadedProject>> ReadAsync(CancellationToken cancel)
    {
        // Most repositories send no mail, so nothing in them has to be loaded.
        if (!files.Any(file => (IsSource(file) || SettingsNames.AreRead(file)) && MayBeAboutMail(file)))
            return [];
        var found = new List<LoadedProject>();
        var left = new List<(string Path, string Because)>();
        if (isLoose)
            left.AddRange(ProjectFiles().Select(path => (path, Wanted)));
        else
        {
            foreach (var solution in root.Solutions)
            {
                progress(solution);
                await build.OpenSolutionAsync(solution, cancel);
            }
            progress(root.Folder);
            await build.OpenProjectsAsync(root.Projects, cancel);
            left.AddRange(build.Missing);
            foreach (var project in build.Loaded)
            {
                progress(project.FilePath!);
                if (await LoadedAsync(project, null, cancel) is not { } loaded)
                    left.Add((project.FilePath!, build.Because(project.FilePath!)));
                else
                    found.Add(loaded);
            }
        }
        if (HasOtherSources())
            left.Add((root.Folder, NoProject));
        found.AddRange(
            await LooselyAsync(
                [.. left.DistinctBy(one => one.Path).Where(one => !found.Any(project => project.Path == one.Path))],
                cancel
            )
        );
        return [.. found.Where(project => IsWanted(project, found))];
    }

    // A project outside this root is analyzed if one of this root references it, but not if it is only a build
    // dependency.
    bool IsWanted(LoadedProject project, IReadOnlyList<LoadedProject> all) =>
        IsInside(project) || all.Any(other => IsInside(other) && other.References.Contains(project.Id));

    bool IsInside(LoadedProject project) =>
        project.Path == root.Folder || IsBelow(project.Path, root.Folder) || root.Projects.Contains(project.Path);

    IEnumerable<string> ProjectFiles() =>
        root.Projects.Count > 0 && root.Solutions.Count == 0 ? root.Projects : files.Where(IsProject);

    // If a project or a solution is given, sources next to it are not read.
    bool HasOtherSources() =>
        root.IsFolder
        && files.Any(file =>
            IsSource(file) && !ProjectFolders().Any(folder => IsBelow(file, folder)) && MayBeAboutMail(file)
        );

    HashSet<string> ProjectFolders() => [.. files.Where(IsProject).Select(file => Path.GetDirectoryName(file)!)];

    async Task<IReadOnlyList<LoadedProject>> LooselyAsync(
        IReadOnlyList<(string Path, string Because)> left,
        CancellationToken cancel
    )
    {
        foreach (var (path, _) in left)
        {
            progress(path);
            var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;
            if (!Directory.Exists(folder))
                continue;
            var others = ProjectFolders();
            if (!Directory.Exists(path))
                others.Remove(folder);
            loose.Read(path, others, (file, why) => problems.Add(new(file, why, IsLost: true)), cancel);
        }
        var found = new List<LoadedProject>();
        foreach (var (path, project) in loose.Projects())
            if (await LoadedAsync(project, left.First(one => one.Path == path).Because, cancel, path) is { } loaded)
                found.Add(loaded);
        problems.AddRange(
            left.Where(one => one.Because is not (Wanted or NoProject))
                .Select(one => new ReadProblem(
                    one.Path,
                    File.Exists(one.Path) ? "read loosely: " + one.Because : "is not there",
                    IsLost: !File.Exists(one.Path)
                ))
        );
        return found;
    }

    /// <summary>Null if its framework is missing, because its code cannot be analyzed then.</summary>
    async Task<LoadedProject?> LoadedAsync(
        Project project,
        string? looseBecause,
        CancellationToken cancel,
        string? path = null
    )
    {
        var compilation = await project.GetCompilationAsync(cancel);
        if (compilation is null || compilation.GetSpecialType(SpecialType.System_Object).TypeKind == TypeKind.Error)
            return null;
        path ??= project.FilePath!;
        var trees = compilation.SyntaxTrees.Where(tree => ProjectAnalysis.IsAboutMail(tree, cancel)).ToList();
        var references = compilation
            .ReferencedAssemblyNames.Select(name => name.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (
            !references.Contains("MailKit")
            && trees.Any(tree => tree.GetText(cancel).ToString().Contains("using MailKit", StringComparison.Ordinal))
        )
        {
            compilation = compilation.AddReferences(LooseReader.MailKit);
            looseBecause ??= "its packages are not restored, so MailKit is that of the tool (restore, or --restore)";
            problems.Add(new(path, looseBecause, IsLost: false));
        }
        var isTest = TestLibraries.Any(references.Contains) || ProjectFile.Read(path).IsTest;
        return new(project.Id, path, compilation, project.AnalyzerOptions)
        {
            LooseBecause = looseBecause,
            IsTest = isTest,
            IsStartUp = !isTest && IsStartUp(project),
            References =
            [
                .. project
                    .Solution.GetProjectDependencyGraph()
                    .GetProjectsThatThisProjectTransitivelyDependsOn(project.Id),
            ],
            MailTrees = trees,
        };
    }

    static bool IsStartUp(Project project) =>
        project.CompilationOptions?.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication
        || project.AnalyzerOptions.AdditionalFiles.Any(text =>
            Path.GetFileName(text.Path).ToLowerInvariant() is "web.config" or "appsettings.json"
        );

    bool MayBeAboutMail(string file)
    {
        try
        {
            return MailText.Anywhere.MayHoldMail(SourceText.From(FileText.Read(file).Text));
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    static bool IsSource(string file) => Path.GetExtension(file).ToLowerInvariant() is ".cs" or ".vb";

    static bool IsProject(string file) => Path.GetExtension(file).ToLowerInvariant() is ".csproj" or ".vbproj";

    static bool IsBelow(string file, string folder) =>
        file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
