using M365Smtp.Package.Tests.Texts;

namespace M365Smtp.Package.Tests.Docs;

/// <summary>Tables and presets list every rule correctly.</summary>
public sealed class RuleTableTests
{
    const string Presets = "src/M365SmtpAnalyzers.Package/buildTransitive/presets/";

    [Fact]
    public void The_index_of_the_pages_lists_every_rule() =>
        CommittedText.PartMustBe(RuleTexts.Table(""), "docs/rules/README.md", "| Rule |", "\n");

    [Fact]
    public void The_readme_lists_every_rule() =>
        CommittedText.PartMustBe(
            "<!-- rules -->\n" + RuleTexts.FoldedByTopic("docs/rules/"),
            "README.md",
            "<!-- rules -->",
            "<!-- /rules -->"
        );

    [Theory]
    [InlineData("README.md")]
    [InlineData("src/M365SmtpAnalyzers.Package/README.md")]
    [InlineData("docs/configuration.md")]
    public void The_command_that_applies_the_fixes_names_our_rules_and_no_others(string file) =>
        CommittedText.PartMustBe(RuleTexts.FormatCommand, file, "dotnet format analyzers --severity info", "");

    [Fact]
    public void Mode_None_switches_every_rule_off() =>
        CommittedText.MustBe(
            RuleTexts.Preset("None", "all rules off. A project can turn single rules on.", _ => "none"),
            Presets + "none.globalconfig"
        );

    [Fact]
    public void Mode_Strict_makes_every_finding_an_error() =>
        CommittedText.MustBe(
            RuleTexts.Preset(
                "Strict",
                "every finding fails the build.",
                rule => rule.IsEnabledByDefault ? "error" : "suggestion"
            ),
            Presets + "strict.globalconfig"
        );
}
