using M365Smtp.Analyzers.Scanning;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Rules;

/// <summary>What the rules report where no Microsoft host is known.</summary>
internal static class AnyHost
{
    static readonly WordScan Words = new([
        .. AllRules.List.SelectMany(rule => rule.AtAnyHost).Distinct().Select(word => (RareWord)word),
    ]);

    /// <summary>
    /// Whether a rule may report anything there; false is certain. A word in a comment, or in code that a directive
    /// excludes, does not count.
    /// </summary>
    public static bool MayBeReportedIn(SyntaxTree file, CancellationToken cancel) =>
        Words
            .All(file.GetText(cancel))
            .Any(position => file.GetRoot(cancel).FindToken(position).Span.Contains(position));
}
