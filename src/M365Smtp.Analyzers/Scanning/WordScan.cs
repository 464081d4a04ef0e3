using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Scanning;

/// <summary>
/// Searches a long text for a few words, ignoring case, in one pass: compares the rarest letter pair of each word with
/// as many letters of the text as the processor handles at once.
/// </summary>
internal sealed class WordScan
{
    const int Window = 4096;

    // Lowercases a letter; whatever else it changes, the word is compared in full before it counts.
    const byte Small = 0x20;

    // Fully optimized from the start: the first scan dominates a short build. .NET Framework has no name for this
    // option.
    const MethodImplOptions AtFullSpeed = (MethodImplOptions)512;

    // A text stored in one string returns it without a copy.
    static readonly Type OneString = SourceText.From("").GetType();

    [ThreadStatic]
    static char[]? buffer;

    readonly RareWord[] words;
    readonly (Vector<byte> First, Vector<byte> Second)[] pairs;
    readonly int longest;

    public WordScan(params RareWord[] words)
    {
        this.words = words;
        pairs = new (Vector<byte>, Vector<byte>)[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            pairs[i] = (new((byte)(words[i].First | Small)), new((byte)(words[i].Second | Small)));
            longest = Math.Max(longest, words[i].Text.Length);
        }
    }

    /// <summary>Whether one of the words occurs in that part of the text.</summary>
    public bool Any(SourceText text, TextSpan part) => Find(text, part, null);

    public bool Any(SourceText text) => Any(text, new TextSpan(0, text.Length));

    public bool Any(ReadOnlySpan<char> text) => Find(text, 0, text.Length, null);

    /// <summary>The start positions of the words, in ascending order.</summary>
    public int[] All(SourceText text)
    {
        var found = new List<int>();
        Find(text, new TextSpan(0, text.Length), found);
        found.Sort();
        return found.Count == 0 ? [] : [.. found];
    }

    /// <param name="found">Receives the start positions; null if the first one is enough.</param>
    bool Find(SourceText text, TextSpan part, List<int>? found)
    {
        if (text.GetType() == OneString)
            return Find(text.ToString().AsSpan(part.Start, part.Length), part.Start, part.Length, found);
        var window = buffer ??= new char[Window];
        for (var start = part.Start; start < part.End;)
        {
            var count = Math.Min(Window, part.End - start);
            text.CopyTo(start, window, 0, count);
            // Windows overlap, so a word at the end of one is complete in the next.
            var starts = start + count == part.End ? count : Window - longest;
            if (Find(window.AsSpan(0, count), start, starts, found) && found is null)
                return true;
            start += starts;
        }
        return found is { Count: > 0 };
    }

    /// <param name="offset">The position of the letters in the text.</param>
    /// <param name="starts">The letters where a word may start; after them it only ends.</param>
    [MethodImpl(AtFullSpeed)]
    bool Find(ReadOnlySpan<char> letters, int offset, int starts, List<int>? found)
    {
        var block = Vector<byte>.Count;
        var pairs = this.pairs;
        if (!Vector.IsHardwareAccelerated || letters.Length <= block)
        {
            foreach (var word in words)
                if (Find(word, letters, 0, letters.Length, offset, starts, found))
                    return true;
            return found is { Count: > 0 };
        }
        var small = new Vector<byte>(Small);
        var last = letters.Length - block - 1;
        for (int at = 0, done = 0; done < letters.Length - 1; done = at + block, at = Math.Min(done, last))
        {
            var first = Narrow(letters.Slice(at)) | small;
            var second = Narrow(letters.Slice(at + 1)) | small;
            var hits = Vector<byte>.Zero;
            foreach (ref readonly var pair in pairs.AsSpan())
                hits |= Vector.Equals(first, pair.First) & Vector.Equals(second, pair.Second);
            if (hits == Vector<byte>.Zero)
                continue;
            for (var i = 0; i < pairs.Length; i++)
                if (
                    (Vector.Equals(first, pairs[i].First) & Vector.Equals(second, pairs[i].Second)) != Vector<byte>.Zero
                    && Find(words[i], letters, done, at + block, offset, starts, found)
                )
                    return true;
        }
        return found is { Count: > 0 };
    }

    static Vector<byte> Narrow(ReadOnlySpan<char> letters)
    {
        var wide = MemoryMarshal.Cast<char, Vector<ushort>>(letters);
        return Vector.Narrow(wide[0], wide[1]);
    }

    /// <summary>Whether the word's pair is among these letters; always false if all matches are wanted.</summary>
    [MethodImpl(AtFullSpeed)]
    static bool Find(
        RareWord word,
        ReadOnlySpan<char> letters,
        int from,
        int to,
        int offset,
        int starts,
        List<int>? found
    )
    {
        for (var at = from; at < to; at++)
            if ((letters[at] | Small) == word.First && word.IsAt(letters, at - word.Pair))
                if (found is null)
                    return true;
                else if (at - word.Pair < starts)
                    found.Add(offset + at - word.Pair);
        return false;
    }
}
