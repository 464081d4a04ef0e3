using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.Analyzers.Options;

/// <summary>Finds keys that look like options of these analyzers but are not.</summary>
internal static class OptionKeys
{
    const string Prefix = "m365smtp";

    // With more changed letters it is a different word, not a typo.
    const int LargestSlip = 4;

    public static IEnumerable<OptionMistake> Mistyped(AnalyzerConfigOptions options) =>
        from key in KeysOf(options)
        where key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        where !TeamOptions.Keys.Contains(key, StringComparer.OrdinalIgnoreCase)
        orderby key
        select new OptionMistake(key, null, "no such option; " + Suggestion(key));

    static string Suggestion(string key) =>
        Enumerable.Range(1, LargestSlip).Select(slip => Near(key, slip)).FirstOrDefault(known => known is not null)
            is { } nearest
            ? $"did you mean '{nearest}'?"
            : $"the options are {string.Join(", ", TeamOptions.Keys)}";

    static string? Near(string key, int slip) =>
        TeamOptions.Keys.FirstOrDefault(known => Spelling.Near(key, known, slip));

    static IEnumerable<string> KeysOf(AnalyzerConfigOptions options)
    {
        try
        {
            return options.Keys;
        }
        catch (NotImplementedException)
        {
            // The base class throws: a host may provide options that can be looked up but not listed.
            return [];
        }
    }
}
