using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace M365Smtp.Tool.Tests.Docs;

/// <summary>A command exactly as written on a page of the repository.</summary>
/// <param name="Needs">The requirement stated above it on the page: <c>&lt;!-- needs: a tenant --&gt;</c>; empty if
/// there is none.</param>
sealed partial record DocumentedCommand(string Page, string Line, string Needs)
{
    public const string ToolFromSource = "dotnet run --project src/M365Smtp.Tool -- ";

    /// <summary>The commands in code blocks, one per line.</summary>
    public static IEnumerable<DocumentedCommand> All =>
        from page in Pages
        from Match block in Block().Matches(File.ReadAllText(Path.Combine(Repository, page)))
        from line in block.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        select new DocumentedCommand(page, Comment().Replace(line, ""), block.Groups["needs"].Value);

    /// <summary>The tool's commands within sentences.</summary>
    public static IEnumerable<DocumentedCommand> InSentences =>
        from page in Pages
        from Match code in InSentence().Matches(File.ReadAllText(Path.Combine(Repository, page)))
        select new DocumentedCommand(page, code.Groups[1].Value, "");

    public static string Repository => Path.GetFullPath(Path.Combine(Here(), "../../.."));

    /// <summary>The tool's arguments; empty for a command of another program.</summary>
    public string[] Arguments =>
        Line.StartsWith(ToolFromSource, StringComparison.Ordinal) ? Words(Line[ToolFromSource.Length..])
        : Line.StartsWith("m365smtp ", StringComparison.Ordinal) ? Words(Line["m365smtp ".Length..])
        : [];

    public override string ToString() => $"{Page}: {Line}";

    static IEnumerable<string> Pages =>
        Directory
            .EnumerateFiles(Repository, "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository, file).Replace('\\', '/'))
            .Where(page => !page.Split('/').Any(part => part is "bin" or "obj" or "artifacts" || part.StartsWith('.')))
            .Order(StringComparer.Ordinal);

    static string[] Words(string line) =>
        [.. Word().Matches(line).Select(word => word.Value.Replace("\"", "", StringComparison.Ordinal))];

    static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(@"(<!-- needs: (?<needs>[^>]*) -->\n)?^```sh\n(?<lines>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\s+# .*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"`(m365smtp [a-z][^`]*)`")]
    private static partial Regex InSentence();

    [GeneratedRegex("""("[^"]*"|<[^>]*>|[^\s"<]+)+""")]
    private static partial Regex Word();
}
