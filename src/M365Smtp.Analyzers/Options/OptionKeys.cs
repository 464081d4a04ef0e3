using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.Analyzers.Options;

/// <summary>Finds keys that look like options of these analyzers and are none.</summary>
internal static class OptionKeys
{
    const string Prefix = "m365smtp";

    // More changed letters than this are another word, not a slip.
    const int LargestSlip = 4;

    public static IEnumerable<OptionMistake> Mistyped(AnalyzerConfigOptions options) =>
        from key in KeysOf(options)
        where key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        where !TeamOptions.Keys.Contains(key, StringComparer.OrdinalIgnoreCase)
        orderby key
        select new OptionMistake(key, null, "no such option; " + Suggestion(key.ToLowerInvariant()));

    static string Suggestion(string key)
    {
        var nearest = TeamOptions.Keys.OrderBy(known => EditDistance(key, known)).First();
        return EditDistance(key, nearest) <= LargestSlip
            ? $"did you mean '{nearest}'?"
            : $"the options are {string.Join(", ", TeamOptions.Keys)}";
    }

    static IEnumerable<string> KeysOf(AnalyzerConfigOptions options)
    {
        try
        {
            return options.Keys;
        }
        catch (NotImplementedException)
        {
            // The base class throws: a host may hand out options that can be looked up but not listed.
            return [];
        }
    }

    static int EditDistance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.Length];
    }
}
