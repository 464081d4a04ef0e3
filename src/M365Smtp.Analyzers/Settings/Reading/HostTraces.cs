namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>The cheap gate: where a text may name a Microsoft mail host. Most settings files have no such place and are never parsed.</summary>
internal static class HostTraces
{
    // One of them stands in every host, and in its misspellings too unless these hit all of them.
    static readonly string[] Words = ["smtp", "outlook", "office", "365.com", "365.us", ".mx.microsoft", "live.com", "apps.mil"];

    /// <summary>The positions, in ascending order.</summary>
    public static int[] In(string text)
    {
        var found = new List<int>();
        foreach (var word in Words)
            for (var at = Next(text, word, 0); at >= 0; at = Next(text, word, at + 1)) found.Add(at);
        found.Sort();
        return [.. found];
    }

    static int Next(string text, string word, int start) => text.IndexOf(word, start, StringComparison.OrdinalIgnoreCase);
}
