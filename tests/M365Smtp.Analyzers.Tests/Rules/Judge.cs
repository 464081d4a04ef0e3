using System.Globalization;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules;

namespace M365Smtp.Analyzers.Tests.Rules;

/// <summary>Runs one rule on one usage.</summary>
static class Judge
{
    public static Finding Fires(this Rule rule, SmtpUsage use)
    {
        var finding = rule.Check(use);
        Assert.True(finding is not null, $"{rule.Id} is silent");
        return finding;
    }

    public static void IsSilent(this Rule rule, SmtpUsage use)
    {
        var finding = rule.Check(use);
        Assert.True(finding is null, $"{rule.Id} says: {(finding is null ? "" : rule.Says(finding))}");
    }

    /// <summary>The message as shown to a developer.</summary>
    public static string Says(this Rule rule, SmtpUsage use) => rule.Says(rule.Fires(use));

    public static string Says(this Rule rule, Finding finding) =>
        string.Format(CultureInfo.InvariantCulture, finding.Message ?? rule.Message, finding.Arguments);

    /// <summary>The underlined text.</summary>
    public static string Underlines(this Rule rule, SmtpUsage use) => rule.Fires(use).At.Text;

    /// <summary>The edits on one line: <c>Replace 25: 587 | SetProperty new SmtpClient(): EnableSsl =
    /// true</c>.</summary>
    public static string Fix(this Rule rule, SmtpUsage use) => string.Join(" | ", rule.Fires(use).Edits.Select(Line));

    static string Line(Edit edit) =>
        edit.Kind switch
        {
            EditKind.Remove => $"Remove {edit.At.Text}",
            EditKind.Replace => $"Replace {edit.At.Text}: {edit.Text}",
            _ => $"{edit.Kind} {edit.At.Text}: {edit.Member} = {edit.Text}",
        };
}
