using M365Smtp.Analyzers.Rules;

namespace M365Smtp.CodeFixes.Tests;

public class FixLaws
{
    public static TheoryData<string> Fixable => [.. new M365SmtpCodeFixProvider().FixableDiagnosticIds];

    [Theory, MemberData(nameof(Fixable))]
    public void Every_fix_has_three_stories(string ruleId)
    {
        var stories = typeof(FixLaws)
            .Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("M365Smtp.CodeFixes.Tests.", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetMethods())
            .Where(method => method.Name.StartsWith(ruleId, StringComparison.Ordinal))
            .Sum(method => Math.Max(1, method.GetCustomAttributes(typeof(InlineDataAttribute), false).Length));
        Assert.True(
            stories >= 3,
            $"{ruleId} has {stories} of the three tests that a fix needs at least; their names begin with {ruleId}_."
        );
    }

    [Fact]
    public void A_rule_is_fixable_unless_it_says_why_not() =>
        Assert.Equal(
            AllRules.List.Where(rule => string.IsNullOrWhiteSpace(rule.NoFix)).Select(rule => rule.Id),
            new M365SmtpCodeFixProvider().FixableDiagnosticIds
        );
}
