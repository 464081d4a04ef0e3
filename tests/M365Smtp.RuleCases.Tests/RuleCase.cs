using System.Runtime.CompilerServices;

namespace M365Smtp.RuleCases.Tests;

/// <summary>
/// A realistic program from one of the files in Cases/: <c>=== find: story</c>, <c>=== silent: story</c>, or <c>===
/// missed: story</c> for a fault that the rule does not find yet; then the code, where <c>//! SMTPnnnn</c> ends each
/// faulty line.
/// </summary>
sealed record RuleCase(string Rule, string Story, string Code)
{
    const string Head = "=== ";

    public static IEnumerable<RuleCase> All =>
        from file in Directory.EnumerateFiles(Folder(), "*.txt").Order(StringComparer.Ordinal)
        from text in ("\n" + File.ReadAllText(file).ReplaceLineEndings("\n")).Split("\n" + Head).Skip(1)
        let end = text.IndexOf('\n', StringComparison.Ordinal)
        select new RuleCase(Path.GetFileNameWithoutExtension(file), text[..end].Trim(), text[(end + 1)..]);

    public bool IsFault => Story.StartsWith("find:", StringComparison.Ordinal);

    public bool IsMissed => Story.StartsWith("missed:", StringComparison.Ordinal);

    /// <summary>The lines that the rule must report, from 1.</summary>
    public IReadOnlyList<int> Lines =>
        [
            .. Code.Split('\n')
                .Select((line, index) => (Text: line, Number: index + 1))
                .Where(line => line.Text.TrimEnd().EndsWith("//! " + Rule, StringComparison.Ordinal))
                .Select(line => line.Number),
        ];

    static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Cases");
}
