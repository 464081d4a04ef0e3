using System.Globalization;
using System.Text.RegularExpressions;
using M365Smtp.Package.Tests.Docs;

namespace M365Smtp.Package.Tests.Texts;

/// <summary>Texts for readers are in plain English, without phrases that say little or sound translated.</summary>
public sealed partial class WordingTests
{
    public static TheoryData<string> Pages =>
        [
            .. Directory
                .EnumerateFiles(Repo.Path("docs"), "*.md", SearchOption.AllDirectories)
                .Concat(Directory.EnumerateFiles(Repo.Path("src"), "README.md", SearchOption.AllDirectories))
                .Concat([Repo.Path("README.md"), Repo.Path("CONTRIBUTING.md"), Repo.Path("CHANGELOG.md")])
                .Select(path => Path.GetRelativePath(Repo.Root, path))
                .Where(path =>
                    !path.EndsWith("facts.md", StringComparison.Ordinal)
                    && !path.Contains("bin", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_none_of_them(string path) =>
        Assert.DoesNotContain(File.ReadLines(Repo.Path(path)), line => Odd().IsMatch(line));

    [Fact]
    public void A_rule_has_none_of_them_in_title_message_or_description() =>
        Assert.All(
            RuleTexts.Descriptors,
            rule =>
            {
                Assert.DoesNotMatch(Odd(), rule.Title.ToString(CultureInfo.InvariantCulture));
                Assert.DoesNotMatch(Odd(), rule.MessageFormat.ToString(CultureInfo.InvariantCulture));
                Assert.DoesNotMatch(Odd(), rule.Description.ToString(CultureInfo.InvariantCulture));
            }
        );

    [GeneratedRegex(
        @"[Pp]uts? (it |them |this |that )?right\b|takes no mail|means nothing|[Ss]tands in\b|on its way out|is answered [0-9`]"
            + @"|does not count|\b[Ss]peaks (of|to|where)\b|a rule a page|takes the login|none that is known|put right"
    )]
    private static partial Regex Odd();
}
