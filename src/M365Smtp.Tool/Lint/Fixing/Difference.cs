namespace M365Smtp.Tool.Lint.Fixing;

/// <summary>The changed lines of a file as a unified diff without context, with possible secrets masked.</summary>
internal static class Difference
{
    // In a file with a single line, the change is shown with this much context.
    const int LongestLine = 200,
        Around = 60;

    public static IEnumerable<string> Lines(string path, string before, string after)
    {
        yield return "--- " + path;
        yield return "+++ " + path;
        // A fix replaces values and never changes line endings, so line numbers stay the same.
        var (old, changed) = (MaskedText.Lines(path, before, after), MaskedText.Lines(path, after, before));
        var (oldText, newText) = (before.Split('\n'), after.Split('\n'));
        for (var i = 0; i < oldText.Length; i++)
        {
            if (oldText[i] == newText[i])
                continue;
            yield return $"@@ -{i + 1} +{i + 1} @@";
            yield return "-" + Part(old[i].TrimEnd('\r'), changed[i].TrimEnd('\r'));
            yield return "+" + Part(changed[i].TrimEnd('\r'), old[i].TrimEnd('\r'));
        }
    }

    static string Part(string line, string other)
    {
        if (line.Length <= LongestLine)
            return line;
        var start = line.AsSpan().CommonPrefixLength(other);
        var same = 0;
        while (same < Math.Min(line.Length, other.Length) - start && line[^(same + 1)] == other[^(same + 1)])
            same++;
        var (from, to) = (Math.Max(0, start - Around), Math.Min(line.Length, line.Length - same + Around));
        return (from > 0 ? "…" : "") + line[from..to] + (to < line.Length ? "…" : "");
    }
}
