using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Rules;

/// <summary>A finding and the rule that made it.</summary>
internal sealed record RuleFinding(Rule Rule, Finding Finding)
{
    public Severity Severity => Finding.Severity ?? Rule.Severity;

    /// <summary>As information: something not visible here, such as another environment, may override it.</summary>
    public RuleFinding Milder => At(Severity.Info);

    public RuleFinding At(Severity severity) => this with { Finding = Finding with { Severity = severity } };
}

/// <summary>Turns the facts about the clients of a file into findings.</summary>
internal static class Findings
{
    /// <summary>The findings of all rules about one client at one moment, ordered by rule id.</summary>
    public static IEnumerable<RuleFinding> Of(SmtpUsage use)
    {
        foreach (var rule in AllRules.List)
            if (rule.Check(use) is { } finding)
                yield return new(rule, finding);
    }

    /// <summary>At most one finding per span: the most severe, then the lowest id, then the first. Spans keep their
    /// order.</summary>
    public static ImmutableArray<RuleFinding> OnePerSpan(IEnumerable<RuleFinding> findings)
    {
        var spans = new Dictionary<Location, int>();
        var kept = ImmutableArray.CreateBuilder<RuleFinding>();
        foreach (var finding in findings)
        {
            if (!spans.TryGetValue(finding.Finding.At.Location, out var index))
            {
                spans.Add(finding.Finding.At.Location, kept.Count);
                kept.Add(finding);
            }
            else if (Outranks(finding, kept[index]))
                kept[index] = finding;
        }
        return kept.ToImmutable();
    }

    static bool Outranks(RuleFinding one, RuleFinding other) =>
        one.Severity != other.Severity
            ? one.Severity > other.Severity
            : string.CompareOrdinal(one.Rule.Id, other.Rule.Id) < 0;
}
