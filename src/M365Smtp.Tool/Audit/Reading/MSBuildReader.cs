using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.VisualStudio.SolutionPersistence.Serializer;

namespace M365Smtp.Tool.Audit.Reading;

/// <summary>Loads solutions and projects as a build would, in a separate process. Nothing is built, but the projects'
/// build logic runs.</summary>
internal sealed class MSBuildReader : IDisposable
{
    static readonly string Targets = Path.Combine(AppContext.BaseDirectory, "targets", "audit.targets");

    readonly List<MSBuildWorkspace> workspaces = [];
    readonly ConcurrentQueue<string> failures = new();
    readonly List<Project> loaded = [];
    readonly List<string> asked = [];

    /// <summary>The loaded projects; a project with several target frameworks has one entry for each.</summary>
    public IReadOnlyList<Project> Loaded => loaded;

    /// <summary>The project files that were requested but not loaded, with the reason.</summary>
    public IEnumerable<(string Path, string Because)> Missing =>
        asked
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(path => !Has(path))
            .Select(path => (path, Because(path)));

    public async Task OpenSolutionAsync(string path, CancellationToken cancel)
    {
        asked.AddRange(await ProjectsOfAsync(path, cancel));
        var workspace = Create();
        try
        {
            Add(await workspace.OpenSolutionAsync(path, cancellationToken: cancel));
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            failures.Enqueue($"{path}: {FirstLine(broken)}");
        }
    }

    public async Task OpenProjectsAsync(IEnumerable<string> paths, CancellationToken cancel)
    {
        MSBuildWorkspace? workspace = null;
        foreach (var path in paths)
        {
            asked.Add(path);
            if (Has(path))
                continue;
            workspace ??= Create();
            try
            {
                await workspace.OpenProjectAsync(path, cancellationToken: cancel);
                Add(workspace.CurrentSolution);
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                failures.Enqueue($"{path}: {FirstLine(broken)}");
            }
        }
    }

    /// <summary>Why a project cannot be used: MSBuild's last message about it, on one line.</summary>
    public string Because(string path) =>
        failures.LastOrDefault(said => said.Contains(path, StringComparison.OrdinalIgnoreCase)) is { } said
            ? Shortened(said, path)
            : "MSBuild did not load it";

    public void Dispose() => workspaces.ForEach(workspace => workspace.Dispose());

    MSBuildWorkspace Create()
    {
        var workspace = MSBuildWorkspace.Create(
            new Dictionary<string, string> { ["CustomAfterMicrosoftCommonTargets"] = Targets }
        );
        workspace.SkipUnrecognizedProjects = true;
        workspace.RegisterWorkspaceFailedHandler(failed =>
        {
            if (failed.Diagnostic.Kind == WorkspaceDiagnosticKind.Failure)
                failures.Enqueue(failed.Diagnostic.Message);
        });
        workspaces.Add(workspace);
        return workspace;
    }

    void Add(Solution solution)
    {
        var before = loaded.Select(project => project.FilePath!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        loaded.AddRange(solution.Projects.Where(project => IsCode(project) && !before.Contains(project.FilePath!)));
    }

    static bool IsCode(Project project) =>
        project is { FilePath: not null, Language: LanguageNames.CSharp or LanguageNames.VisualBasic };

    bool Has(string path) =>
        loaded.Any(project => string.Equals(project.FilePath, path, StringComparison.OrdinalIgnoreCase));

    /// <summary>The projects in a solution; none if it is broken, which is reported when it is loaded.</summary>
    static async Task<IReadOnlyList<string>> ProjectsOfAsync(string path, CancellationToken cancel)
    {
        try
        {
            if (SolutionSerializers.GetSerializerByMoniker(path) is not { } serializer)
                return [];
            var solution = await serializer.OpenAsync(path, cancel);
            return
            [
                .. solution
                    .SolutionProjects.Where(project =>
                        Path.GetExtension(project.FilePath).ToLowerInvariant() is ".csproj" or ".vbproj"
                    )
                    .Select(project =>
                        Path.GetFullPath(project.FilePath.Replace('\\', '/'), Path.GetDirectoryName(path)!)
                    ),
            ];
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            return [];
        }
    }

    static string FirstLine(Exception broken) =>
        (broken is AggregateException { InnerException: { } inner } ? inner : broken)
            .Message.ReplaceLineEndings("\n")
            .Split('\n')[0];

    const int Longest = 240;

    static string Shortened(string said, string path)
    {
        var text = said.ReplaceLineEndings(" ")
            .Replace(path, Path.GetFileName(path), StringComparison.OrdinalIgnoreCase);
        text = text.Replace(
                Path.GetDirectoryName(path)! + Path.DirectorySeparatorChar,
                "",
                StringComparison.OrdinalIgnoreCase
            )
            .Trim();
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }
}
