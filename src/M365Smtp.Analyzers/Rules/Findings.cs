using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Rules;

/// <summary>A finding and the rule that made it.</summary>
internal sealed record RuleFinding(Rule Rule, Finding Finding)
{
    public Severity Severity => Finding.Severity ?? Rule.Severity;

    /// <summary>As information: what is not seen here, such as another environment, may say otherwise.</summary>
    public RuleFinding Milder => At(Severity.Info);

    public RuleFinding At(Severity severity) => this with { Finding = Finding with { Severity = severity } };
}

/// <summary>From what is known of the clients of a file to what is said about them.</summary>
internal static class Findings
{
    /// <summary>What all rules say about one client at one moment, in the order of their ids.</summary>
    public static IEnumerable<RuleFinding> Of(SmtpUsage use)
    {
        foreach (var rule in AllRules.List)
            if (rule.Check(use) is { } finding)
                yield return new(rule, finding);
    }

    /// <summary>At most one finding a span: the most severe speaks, then the lowest id, then the first. Spans keep the
    /// order they came in.</summary>
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
