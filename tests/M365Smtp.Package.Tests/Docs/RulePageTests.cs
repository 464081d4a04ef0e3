using System.Globalization;
using M365Smtp.Package.Tests.Texts;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Package.Tests.Docs;

/// <summary>Every rule has a page that matches the rule's texts, with samples that behave as the page says.</summary>
public sealed class RulePageTests
{
    // A client that supports only passwords always gets these two.
    static readonly string[] Unavoidable = ["SMTP4001", "SMTP4002"];

    public static TheoryData<string> Rules => [.. RuleTexts.Descriptors.Select(rule => rule.Id)];

    public static TheoryData<string> RulesOfCode =>
        [.. RuleTexts.Descriptors.Select(rule => rule.Id).Where(id => id is not ("SMTP0001" or "SMTP0003"))];

    public static IEnumerable<TheoryDataRow<string, int>> Samples =>
        from rule in RuleTexts.Descriptors
        from numbered in new RulePage(rule.Id).Samples.Index()
        select new TheoryDataRow<string, int>(rule.Id, numbered.Index)
        {
            TestDisplayName = $"{numbered.Item} #{numbered.Index}",
        };

    [Theory, MemberData(nameof(Rules))]
    public void A_page_begins_with_what_the_rule_says_of_itself(string id)
    {
        var rule = RuleTexts.Descriptors.Single(rule => rule.Id == id);
        CommittedText.MustBe(RuleTexts.PageHead(rule) + "\n" + Body(new RulePage(id).Text), new RulePage(id).Path);
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_page_opens_with_the_description_that_editors_and_SARIF_show(string id)
    {
        var rule = RuleTexts.Descriptors.Single(rule => rule.Id == id);
        Assert.NotEqual("", rule.Description.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(rule.Description.ToString(CultureInfo.InvariantCulture), new RulePage(id).FirstParagraph);
    }

    [Theory, MemberData(nameof(RulesOfCode))]
    public void A_page_has_its_sections_in_order_and_shows_wrong_and_right(string id)
    {
        var page = new RulePage(id);
        var sections = page.Text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal));
        Assert.Equal(["## What happens", "## Wrong", "## Right", "## When to suppress", "## Options"], sections);
        Assert.Contains(page.Samples, sample => sample.IsWrong);
        Assert.Contains(page.Samples, sample => !sample.IsWrong);
    }

    [Theory, MemberData(nameof(Samples))]
    public async Task A_sample_compiles_and_gives_exactly_the_findings_of_its_page(string id, int index)
    {
        var sample = new RulePage(id).Samples.ElementAt(index);
        var ids = (await ProjectOf(sample).WithSenders(sample.Senders).FindingsAsync())
            .Select(finding => finding.Id)
            .Order(StringComparer.Ordinal);
        Assert.Equal(sample.ExpectedIds, ids);
        Assert.All(
            sample.Also.Split(',', StringSplitOptions.RemoveEmptyEntries),
            also => Assert.Contains(also, Unavoidable)
        );
    }

    [Fact]
    public void A_help_link_leads_to_the_page()
    {
        Assert.All(
            RuleTexts.Descriptors,
            rule =>
                Assert.Equal(
                    "https://github.com/M365SmtpAnalyzers/M365SmtpAnalyzers/blob/main/" + new RulePage(rule.Id).Path,
                    rule.HelpLinkUri
                )
        );
    }

    [Fact]
    public void No_page_is_about_a_rule_that_is_not_there()
    {
        var pages = Directory
            .GetFiles(Repo.Path("docs/rules"), "SMTP*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path)!);
        Assert.Equal(RuleTexts.Descriptors.Select(rule => rule.Id), pages.Order(StringComparer.Ordinal));
    }

    static Project ProjectOf(PageSample sample) =>
        sample.Language switch
        {
            "cs" => MailCode.CSharp(("Sample.cs", sample.Code)),
            "vb" => MailCode.VisualBasic(sample.Code),
            "jsonc" => MailCode.Settings(MailCode.SendersFile, sample.Code),
            "json" => MailCode.Settings("appsettings.json", sample.Code),
            _ when sample.IsNetFramework => MailCode.Settings("app.config", sample.Code).OnNetFramework(),
            _ => MailCode.Settings("app.config", sample.Code),
        };

    // Everything after the heading and its table.
    static string Body(string page)
    {
        var lines = page.Split('\n').SkipWhile(line => line.Length == 0 || line[0] is '#' or '|');
        return string.Join('\n', lines);
    }
}
