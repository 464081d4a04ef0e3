using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Options;
using M365Smtp.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Reporting;

/// <summary>From the usages of one file to its diagnostics: each in this file, one a span, one a fault however many clients share it.</summary>
internal sealed class FileReport(SyntaxTree tree, TeamOptions team, Runtime runtime)
{
    public IEnumerable<Diagnostic> Diagnostics(IEnumerable<SmtpUsage> usages)
    {
        var found = new List<(RuleFinding Found, Location? Client)>();
        foreach (var usage in usages.Select(Resolve).OrderBy(use => use.Moment))
            foreach (var finding in Findings.Of(usage))
                if (finding.Rule.Switch is not { } off || !team.Off.Contains(off))
                    found.Add((Placed(finding, usage), (usage.Site.Creation ?? usage.Site.Call).Location));
        var edits = found.ToLookup(pair => pair.Client, pair => pair.Found.Finding.Edits);
        var clients = found.GroupBy(pair => pair.Found.Finding).ToDictionary(same => same.Key, same => same.First().Client);
        return Findings.OnePerSpan(found.Select(pair => pair.Found)).Select(one => Diagnostic(one, edits[clients[one.Finding]]));
    }

    SmtpUsage Resolve(SmtpUsage usage)
    {
        usage = Defaults.Resolve(usage) with { Runtime = runtime };
        return usage.Host.Is(out var host) ? usage with { Endpoint = team.Endpoint(host) } : usage;
    }

    /// <summary>A finding that stands in another file is underlined where this file brings it in, and names the place it comes from.</summary>
    RuleFinding Placed(RuleFinding found, SmtpUsage usage)
    {
        var at = found.Finding.At;
        if (at.Location.SourceTree == tree) return found;
        var local = at.Via ?? usage.Site.Call.Via ?? usage.Site.Call.Location;
        return found with { Finding = found.Finding with { At = at with { Location = local }, Also = found.Finding.Also.Add(at) } };
    }

    static Diagnostic Diagnostic(RuleFinding found, IEnumerable<ImmutableArray<Edit>> ofClient)
    {
        var client = ofClient.SelectMany(edits => edits).Distinct().ToImmutableArray();
        return Diagnostic(found, client.Length > found.Finding.Edits.Length ? client : default);
    }

    public static Diagnostic Diagnostic(RuleFinding found, ImmutableArray<Edit> clientEdits = default) => Microsoft.CodeAnalysis.Diagnostic.Create(
        Descriptors.Of(found),
        found.Finding.At.Location,
        Descriptors.Severity(found.Severity),
        found.Finding.Also.Select(also => also.Location),
        OfferedFix.ToDiagnosticProperties(found.Finding, clientEdits),
        found.Finding.Arguments);
}
