namespace M365Smtp.Tool;

/// <summary>What is below a folder, excluding the output of builds, packages and tools. Links are not followed, to
/// avoid cycles.</summary>
internal static class SourceTree
{
    static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "bin",
        "obj",
        "node_modules",
        "packages",
        ".git",
        ".vs",
        ".idea",
    };

    static readonly EnumerationOptions OneFolder = new()
    {
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <param name="isLeftOut">Receives the full path of each folder; true excludes it.</param>
    public static IEnumerable<string> Files(string folder, Func<string, bool>? isLeftOut = null) =>
        Folders(folder, isLeftOut).SelectMany(FilesIn);

    /// <summary>The folder itself and all below it.</summary>
    public static IEnumerable<string> Folders(string folder, Func<string, bool>? isLeftOut = null)
    {
        var waiting = new Stack<string>([folder]);
        while (waiting.TryPop(out var next))
        {
            yield return next;
            foreach (var inner in FoldersIn(next))
                if (!Skipped.Contains(Path.GetFileName(inner)) && isLeftOut?.Invoke(inner) != true)
                    waiting.Push(inner);
        }
    }

    public static IEnumerable<string> FoldersIn(string folder) =>
        Directory.EnumerateDirectories(folder, "*", OneFolder);

    public static IEnumerable<string> FilesIn(string folder) => Directory.EnumerateFiles(folder, "*", OneFolder);
}
