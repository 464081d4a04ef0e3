namespace M365Smtp.Tool.Audit.Rows;

/// <summary>The file names in a report: relative, so that it can be read on another machine, with forward
/// slashes.</summary>
internal sealed class PathNames
{
    readonly string basis;

    /// <param name="folders">The folders given on the command line.</param>
    public PathNames(IReadOnlyList<string> folders)
    {
        var current = Directory.GetCurrentDirectory();
        basis =
            folders.All(folder => IsIn(folder, current)) && folders.Count > 1 ? current
            : folders.Count == 1 ? folders[0]
            : Common(folders);
    }

    public string Of(string path) => Path.GetRelativePath(basis, path).Replace('\\', '/');

    /// <summary>The repository of a file: the nearest parent folder with a .git, otherwise the folder being
    /// read.</summary>
    public string RepositoryOf(string path)
    {
        for (
            var folder = Path.GetDirectoryName(path);
            folder is not null && IsIn(folder, basis);
            folder = Path.GetDirectoryName(folder)
        )
            if (Path.Exists(Path.Combine(folder, ".git")))
                return Path.GetFileName(folder);
        var relative = Of(path).Split('/');
        return relative.Length > 1 && !Path.Exists(Path.Combine(basis, ".git")) && IsFolderOfRoots
            ? relative[0]
            : Path.GetFileName(basis);
    }

    /// <summary>The same for a relative path.</summary>
    public string RepositoryOfName(string name) => RepositoryOf(Path.GetFullPath(name, basis));

    /// <summary>Several folders are read, each as a separate repository.</summary>
    public bool IsFolderOfRoots { get; init; }

    static bool IsIn(string path, string folder) =>
        path == folder
        || path.StartsWith(
            Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );

    static string Common(IReadOnlyList<string> folders)
    {
        var common = folders[0];
        while (!folders.All(folder => IsIn(folder, common)) && Path.GetDirectoryName(common) is { } above)
            common = above;
        return common;
    }
}
