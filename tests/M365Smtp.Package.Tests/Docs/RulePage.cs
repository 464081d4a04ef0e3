using System.Text.RegularExpressions;
using M365Smtp.Package.Tests.Texts;

namespace M365Smtp.Package.Tests.Docs;

/// <summary>A page of docs/rules and the samples on it.</summary>
sealed partial record RulePage(string RuleId)
{
    public string Path => $"docs/rules/{RuleId}.md";

    public string Text => File.ReadAllText(Repo.Path(Path)).ReplaceLineEndings("\n");

    /// <summary>The first paragraph below the head of the page, as plain text.</summary>
    public string FirstParagraph
    {
        get
        {
            var paragraph = Text.Split('\n').Skip(1).First(line => line.Length > 0 && line[0] != '|');
            return Link().Replace(paragraph, "${text}").Replace("`", "");
        }
    }

    public IEnumerable<PageSample> Samples =>
        from Match fence in Fence().Matches(Text)
        select new PageSample(
            RuleId,
            fence.Groups["language"].Value,
            fence.Groups["kind"].Value == "wrong",
            fence.Groups["also"].Value,
            fence.Groups["code"].Value
        )
        {
            Senders = Senders,
            IsNetFramework = fence.Groups["on"].Value == "net472",
        };

    /// <summary>The senders file shared by all samples of the page; null if there is none.</summary>
    string? Senders => SendersFence().Match(Text) is { Success: true } fence ? fence.Groups["code"].Value : null;

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(
        "^```(?<language>cs|vb|json|jsonc|xml) (?<kind>wrong|right)( on=(?<on>[a-z0-9.]+))?( also=(?<also>[A-Z0-9,]+))?\n(?<code>.*?)^```$",
        RegexOptions.Singleline | RegexOptions.Multiline
    )]
    private static partial Regex Fence();

    [GeneratedRegex("^```jsonc senders\n(?<code>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex SendersFence();
}

/// <param name="Also">Rules that report the sample in addition to the page's own, separated by commas.</param>
sealed record PageSample(string RuleId, string Language, bool IsWrong, string Also, string Code)
{
    public string? Senders { get; init; }

    /// <summary>It belongs to a project for .NET Framework 4.7.2.</summary>
    public bool IsNetFramework { get; init; }

    public IEnumerable<string> ExpectedIds =>
        Also.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Concat(IsWrong ? [RuleId] : [])
            .Order(StringComparer.Ordinal);

    public override string ToString() => $"{RuleId} {Language} {(IsWrong ? "wrong" : "right")}";
}
