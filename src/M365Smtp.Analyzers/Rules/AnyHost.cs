using M365Smtp.Analyzers.Scanning;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Rules;

/// <summary>What the rules report where no Microsoft host is known.</summary>
internal static class AnyHost
{
    static readonly WordScan Words = new([
        .. AllRules.List.SelectMany(rule => rule.AtAnyHost).Distinct().Select(word => (RareWord)word),
    ]);

    /// <summary>Whether a rule may report anything there; false is certain.</summary>
    public static bool MayBeReportedIn(SourceText code) => Words.Any(code);
}
