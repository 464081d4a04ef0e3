using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules;

namespace M365Smtp.Analyzers.Reporting;

/// <summary>The combined edits for the findings of one client, without separate steps.</summary>
/// <param name="Connection">The edits that also apply when the client moves to MailKit: host, port and TLS.</param>
internal sealed record ClientEdits(ImmutableArray<Edit> All, ImmutableArray<Edit> Connection)
{
    // Settings that many callers pass to one helper are not one client's, and each finding would carry them all.
    const int Most = 16;

    public static ClientEdits Of(IEnumerable<RuleFinding> findings)
    {
        var all = findings.ToList();
        return new(Edits(all), Edits(all.Where(found => found.Rule.Category is "Endpoint" or "Transport")));
    }

    /// <summary>Empty if there are too many.</summary>
    static ImmutableArray<Edit> Edits(IEnumerable<RuleFinding> findings)
    {
        var edits = findings
            .SelectMany(found => found.Finding.Edits)
            .Where(edit => !edit.IsStepOfItsOwn)
            .Distinct()
            .Take(Most + 1)
            .ToImmutableArray();
        return edits.Length > Most ? ImmutableArray<Edit>.Empty : edits;
    }
}
