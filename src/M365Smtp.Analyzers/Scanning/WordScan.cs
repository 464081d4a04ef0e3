using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Scanning;

/// <summary>Looks for a few words in a long text, whatever their case, by the searches of the runtime and without a
/// copy of the text.</summary>
internal sealed class WordScan
{
    const int Window = 4096;

    [ThreadStatic]
    static char[]? buffer;

    readonly string[] words;
    readonly int longest;

    /// <param name="words">ASCII; those that most texts lack come last.</param>
    public WordScan(params string[] words)
    {
        this.words = words;
        longest = words.Max(word => word.Length);
    }

    /// <summary>Whether one of the words stands in that part of the text.</summary>
    public bool Any(SourceText text, TextSpan part) => Find(text, part, null);

    /// <summary>Where the words start, in ascending order.</summary>
    public int[] All(SourceText text)
    {
        var found = new List<int>();
        Find(text, new TextSpan(0, text.Length), found);
        found.Sort();
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
            if (found is null ? Holds(window.AsSpan(0, count)) : Collect(window.AsSpan(0, count), starts, start, found))
                return true;
            start += starts;
        }
        return found is { Count: > 0 };
    }

    bool Holds(ReadOnlySpan<char> window)
    {
        foreach (var word in words)
            if (IndexOf(window, word) >= 0)
                return true;
        return false;
    }

    // Never the answer: the rest of the text may hold more.
    bool Collect(ReadOnlySpan<char> window, int starts, int offset, List<int> found)
    {
        foreach (var word in words)
            for (var at = 0; IndexOf(window.Slice(at), word) is >= 0 and var next; at += next + 1)
                if (at + next < starts)
                    found.Add(offset + at + next);
        return false;
    }

    // .NET Framework would copy window and word to compare them.
    static readonly bool IsFramework = typeof(object).Assembly.GetName().Name == "mscorlib";

    static int IndexOf(ReadOnlySpan<char> window, string word)
    {
        if (!IsFramework)
            return window.IndexOf(word.AsSpan(), StringComparison.OrdinalIgnoreCase);
        for (var at = 0; at + word.Length <= window.Length; at++)
            if (StandsAt(window.Slice(at), word))
                return at;
        return -1;
    }

    static bool StandsAt(ReadOnlySpan<char> text, string word)
    {
        for (var i = 0; i < word.Length; i++)
            if ((text[i] is >= 'A' and <= 'Z' ? text[i] | 0x20 : text[i]) != word[i])
                return false;
        return true;
    }
}
