using System.Collections.Concurrent;
using System.Collections.Immutable;
using M365Smtp.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.Tool.Lint.Reading;

/// <summary>A team's options for a file.</summary>
/// <param name="Severities">By rule id, as set in .globalconfig; as in a build, an .editorconfig has none for settings
/// files.</param>
internal sealed record TeamWords(TeamOptions Options, ImmutableDictionary<string, ReportDiagnostic> Severities)
{
    public static readonly TeamWords None = new(TeamOptions.None, ImmutableDictionary<string, ReportDiagnostic>.Empty);
}

/// <summary>Finds the analyzer options for files outside any project: in the .globalconfig and .editorconfig files
/// above each, or in one given file.</summary>
internal sealed class TeamConfig
{
    static readonly string[] Names = [".globalconfig", ".editorconfig"];

    readonly ConcurrentDictionary<string, ConfigFiles> byFolder = new();
    readonly ConcurrentDictionary<FileProblem, bool> problems = [];
    readonly ConfigFiles? named;

    TeamConfig(ConfigFiles? named) => this.named = named;

    /// <summary>Invalid options in the files used so far.</summary>
    public IEnumerable<FileProblem> Problems =>
        problems.Keys.OrderBy(problem => problem.ToString(), StringComparer.Ordinal);

    /// <param name="file">Null to search above each settings file.</param>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static TeamConfig Of(FileInfo? file)
    {
        if (file is null)
            return new(null);
        try
        {
            return new(Named(file.FullName, File.ReadAllText(file.FullName)));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--config: {file.FullName} cannot be read: {unreadable.Message}");
        }
    }

    // Applies whatever folder it is in: its global options, and those for kinds of files.
    static ConfigFiles Named(string path, string text) =>
        text.Contains("is_global", StringComparison.OrdinalIgnoreCase)
            ? new([ConfigFile.Read(path, text)])
            : new([
                ConfigFile.Read(path, "is_global = true\n" + text, linesBefore: 1),
                ConfigFile.Read(Path.Combine(Path.GetPathRoot(path)!, ".editorconfig"), text),
            ]);

    public TeamWords For(string path)
    {
        var full = Path.GetFullPath(path);
        var files = named ?? Above(Path.GetDirectoryName(full)!);
        if (files.All.IsEmpty)
            return TeamWords.None;
        var options = TeamOptions.Read(new Found(files.Set.GetOptionsForSourcePath(full).AnalyzerOptions));
        foreach (var mistake in options.Mistakes)
            problems.TryAdd(files.ProblemOf(mistake), true);
        return new(options, files.Set.GlobalConfigOptions.TreeOptions);
    }

    // Nearest first.
    ConfigFiles Above(string folder) =>
        byFolder.GetOrAdd(
            folder,
            folder =>
            {
                var here = Names
                    .Select(name => Path.Combine(folder, name))
                    .Where(File.Exists)
                    .Select(ConfigFile.TryRead)
                    .OfType<ConfigFile>()
                    .ToImmutableArray();
                var above = Path.GetDirectoryName(folder) is { } parent ? Above(parent) : ConfigFiles.None;
                return here.IsEmpty ? above : new([.. here, .. above.All]);
            }
        );

    sealed class Found(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        // Without the attribute of the base method, because the analyzers' copy of its type conflicts with the
        // framework's.
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
