using M365Smtp.Tool.Lint.Reading;

namespace M365Smtp.Tool.Audit.Reading;

/// <summary>Finds what to read below the paths on the command line.</summary>
internal static class RootSearch
{
    static readonly HashSet<string> SolutionEndings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".sln",
        ".slnx",
        ".slnf",
    };
    static readonly HashSet<string> ProjectEndings = new(StringComparer.OrdinalIgnoreCase) { ".csproj", ".vbproj" };

    /// <exception cref="UsageException">A path is not a solution, project or folder.</exception>
    public static IReadOnlyList<AuditRoot> In(IReadOnlyList<string> paths) => [.. paths.SelectMany(Of).DistinctBy(Key)];

    static IEnumerable<AuditRoot> Of(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            return [.. Below(Path.TrimEndingDirectorySeparator(full))];
        if (!File.Exists(full))
            throw new UsageException($"{path}: no such file or folder.");
        var folder = Path.GetDirectoryName(full)!;
        if (SolutionEndings.Contains(Path.GetExtension(full)))
            return [new(folder, [full], [])];
        if (ProjectEndings.Contains(Path.GetExtension(full)))
            return [new(folder, [], [full])];
        throw new UsageException(
            $"{path}: audit reads solutions (.sln, .slnx, .slnf), projects (.csproj, .vbproj) and folders."
        );
    }

    // A folder of repositories is read one repository at a time.
    static IEnumerable<AuditRoot> Below(string folder)
    {
        var repositories = IsRepository(folder) ? [] : SourceTree.FoldersIn(folder).Where(IsRepository).ToList();
        if (repositories.Count == 0)
            return [Whole(folder)];
        var rest = SourceTree.Files(folder, repositories.Contains).Where(IsCode).ToList();
        var others = rest.Count == 0 ? [] : new[] { Whole(folder, repositories) };
        return [.. repositories.Order(StringComparer.Ordinal).Select(repository => Whole(repository)), .. others];
    }

    static AuditRoot Whole(string folder, IReadOnlyCollection<string>? without = null)
    {
        var files = SourceTree
            .Files(folder, path => without?.Contains(path) == true)
            .Order(StringComparer.Ordinal)
            .ToList();
        return new(
            folder,
            [.. files.Where(file => Path.GetExtension(file).ToLowerInvariant() is ".sln" or ".slnx")],
            [.. files.Where(file => ProjectEndings.Contains(Path.GetExtension(file)))]
        )
        {
            IsFolder = true,
        };
    }

    static bool IsRepository(string folder) => Path.Exists(Path.Combine(folder, ".git"));

    static bool IsCode(string file) =>
        Path.GetExtension(file).ToLowerInvariant() is ".cs" or ".vb"
        || SettingsFormats.Of(file) is not (SettingsFormat.None or SettingsFormat.Script);

    static string Key(AuditRoot root) => string.Join('|', [root.Folder, .. root.Solutions, .. root.Projects]);
}
