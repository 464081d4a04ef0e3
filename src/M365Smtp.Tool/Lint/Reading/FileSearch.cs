using Spectre.Console;

namespace M365Smtp.Tool.Lint.Reading;

/// <summary>A file to check.</summary>
/// <param name="IsNamed">It was given on the command line; otherwise it was found in a folder and may not be a settings
/// file.</param>
internal sealed record FoundFile(string Path, bool IsNamed);

/// <summary>Finds the settings files given on the command line or located below a given folder.</summary>
internal static class FileSearch
{
    /// <returns>Each file once, in the order of their paths.</returns>
    /// <exception cref="UsageException">A path is neither a file nor a folder, or a file has an unknown
    /// format.</exception>
    public static IReadOnlyList<FoundFile> In(IReadOnlyList<string> paths, Terminal terminal, CancellationToken cancel)
    {
        if (!terminal.IsInteractive)
            return In(paths, _ => { }, cancel);
        return terminal
            .Pretty(toError: true)
            .Status()
            .Start(
                "Looking for settings files",
                status =>
                    In(paths, folder => status.Status($"Looking for settings files in {folder.EscapeMarkup()}"), cancel)
            );
    }

    static IReadOnlyList<FoundFile> In(IReadOnlyList<string> paths, Action<string> entered, CancellationToken cancel)
    {
        var found = paths.SelectMany(path =>
            File.Exists(path) ? [Named(path)]
            : Directory.Exists(path) ? Below(path, entered, cancel)
            : throw new UsageException($"{path}: no such file or folder.")
        );
        return
        [
            .. found
                .GroupBy(file => Path.GetFullPath(file.Path))
                .Select(same => same.MaxBy(file => file.IsNamed)!)
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }

    static FoundFile Named(string path) =>
        SettingsFormats.Of(path) == SettingsFormat.None
            ? throw new UsageException(
                $"{path}: lint and fix read .json, .config, .xml, .env, .yml and .yaml files; lint also reads "
                    + ".cshtml, .razor, .ts, .js and .vue files."
            )
            : new(path, IsNamed: true);

    static IEnumerable<FoundFile> Below(string folder, Action<string> entered, CancellationToken cancel)
    {
        foreach (var next in SourceTree.Folders(folder))
        {
            cancel.ThrowIfCancellationRequested();
            entered(next);
            foreach (var file in SourceTree.FilesIn(next))
                if (SettingsFormats.Of(file) != SettingsFormat.None)
                    yield return new(Relative(file), IsNamed: false);
        }
    }

    // "./appsettings.json" is "appsettings.json".
    static string Relative(string path) =>
        path.StartsWith("." + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path[2..] : path;
}
