using System.Text.RegularExpressions;

namespace M365Smtp.Package.Tests.Texts;

/// <summary>Every link target exists: pages, headings, and the files named in the architecture.</summary>
public sealed partial class LinkTests
{
    static readonly string[] Files =
    [
        .. Directory
            .EnumerateFiles(Repo.Root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repo.Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "artifacts" or ".git")),
    ];

    public static TheoryData<string> Pages =>
        [.. Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> ArchitecturePages =>
        [
            .. Files
                .Where(file => file.StartsWith("docs/architecture", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    [Theory, MemberData(nameof(Pages))]
    public void Each_link_leads_somewhere(string page)
    {
        foreach (Match link in Link().Matches(File.ReadAllText(Repo.Path(page))))
        {
            var (target, heading) = (link.Groups[1].Value, link.Groups[2].Value);
            if (target.Contains(':', StringComparison.Ordinal))
                continue;
            var path = target.Length == 0 ? page : Joined(page, target);
            Assert.True(File.Exists(Repo.Path(path)) || Directory.Exists(Repo.Path(path)), $"{page}: {link.Value}");
            if (heading.Length > 0)
                Assert.Contains(heading, Headings(path));
        }
    }

    [Theory, MemberData(nameof(ArchitecturePages))]
    public void Each_file_and_folder_that_it_names_exists(string page)
    {
        var text = CodeBlock().Replace(File.ReadAllText(Repo.Path(page)), "");
        foreach (Match named in Named().Matches(text))
        {
            var path = named.Groups[1].Value.TrimEnd('/');
            Assert.True(
                Files.Any(file => Regex.IsMatch("/" + file, $@"[/.]{Regex.Escape(path)}(/|$)")),
                $"{page} names {path}"
            );
        }
    }

    static string Joined(string page, string target) =>
        Path.GetRelativePath(
                Repo.Root,
                Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repo.Path(page))!, Uri.UnescapeDataString(target)))
            )
            .Replace('\\', '/');

    static IEnumerable<string> Headings(string page) =>
        File.ReadLines(Repo.Path(page))
            .Where(line => line.StartsWith('#'))
            .Select(line => Anchor().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"(?<!!)\]\(([^)#\s]*)#?([^)\s]*)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex Anchor();

    // A path, not a pattern: no * and no <…>.
    [GeneratedRegex(@"`([\w.-]+(?:/[\w.-]+)*\.(?:cs|md|targets|ps1|txt)|src/[\w./-]+|tests/[\w./-]+)`")]
    private static partial Regex Named();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
