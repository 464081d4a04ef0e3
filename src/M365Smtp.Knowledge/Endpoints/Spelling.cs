namespace M365Smtp.Knowledge;

/// <summary>Tells a misspelled name from a different one.</summary>
internal static class Spelling
{
    /// <summary>
    /// Whether at most <paramref name="most"/> insertions, deletions or changes of letters turn one text into the
    /// other, ignoring case.
    /// </summary>
    public static bool Near(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
            return false;
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, best) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
                best = Math.Min(best, row[j]);
            }
            if (best > most)
                return false;
        }
        return row[b.Length] <= most;
    }
}
