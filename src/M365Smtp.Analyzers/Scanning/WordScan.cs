using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Scanning;

/// <summary>Looks for a few words in a long text, whatever their case: one pass, no copy of the text.</summary>
internal sealed class WordScan
{
    const int Window = 4096;

    [ThreadStatic] static char[]? buffer;

    // By the first letter, in both cases.
    readonly string[]?[] words = new string[128][];
    readonly int longest;

    /// <param name="words">ASCII, in lower case.</param>
    public WordScan(params string[] words)
    {
        foreach (var same in words.GroupBy(word => word[0]))
            this.words[same.Key] = this.words[char.ToUpperInvariant(same.Key)] = [.. same];
        longest = words.Max(word => word.Length);
    }

    /// <summary>Whether one of the words stands in that part of the text.</summary>
    public bool Any(SourceText text, TextSpan part) => Find(text, part, null);

    /// <summary>Where the words start, in ascending order.</summary>
    public int[] All(SourceText text)
    {
        var found = new List<int>();
        Find(text, new TextSpan(0, text.Length), found);
        return found.Count == 0 ? [] : [.. found];
    }

    bool Find(SourceText text, TextSpan part, List<int>? found)
    {
        var window = buffer ??= new char[Window];
        for (var start = part.Start; start < part.End;)
        {
            var count = Math.Min(Window, part.End - start);
            text.CopyTo(start, window, 0, count);
            // Windows overlap, so that a word at the end of one stands whole in the next.
            var starts = start + count == part.End ? count : Window - longest;
            for (var i = 0; i < starts; i++)
            {
                if (window[i] >= 128 || words[window[i]] is not { } candidates || !StandsAt(window, i, count, candidates)) continue;
                if (found is null) return true;
                found.Add(start + i);
            }
            start += starts;
        }
        return found is { Count: > 0 };
    }

    static bool StandsAt(char[] window, int at, int count, string[] candidates)
    {
        foreach (var word in candidates)
            if (StandsAt(window, at, count, word)) return true;
        return false;
    }

    static bool StandsAt(char[] window, int at, int count, string word)
    {
        if (at + word.Length > count) return false;
        for (var k = 1; k < word.Length; k++)
            if (Lower(window[at + k]) != word[k]) return false;
        return true;
    }

    static char Lower(char letter) => letter is >= 'A' and <= 'Z' ? (char)(letter | 0x20) : letter;
}
