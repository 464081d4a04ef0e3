namespace M365Smtp.Analyzers.Scanning;

/// <summary>A word to look for, and the two letters of it that texts seldom have side by side.</summary>
internal sealed class RareWord
{
    /// <param name="text">In small ASCII letters.</param>
    /// <param name="pair">Stands in the text.</param>
    public RareWord(string text, string pair)
    {
        (Text, Pair) = (text, text.IndexOf(pair, StringComparison.Ordinal));
        (First, Second) = (text[Pair], text[Pair + 1]);
    }

    public string Text { get; }

    /// <summary>Where in the word the pair starts.</summary>
    public int Pair { get; }

    public char First { get; }

    public char Second { get; }

    /// <summary>Of a word whose letters are as rare as any, the first two.</summary>
    public static implicit operator RareWord(string text) => new(text, text.Substring(0, 2));

    /// <summary>Whether the word starts there, whatever its case.</summary>
    public bool IsAt(ReadOnlySpan<char> letters, int start)
    {
        if (start < 0 || start + Text.Length > letters.Length || !Same(letters[start + Pair], First))
            return false;
        for (var i = 0; i < Text.Length; i++)
            if (!Same(letters[start + i], Text[i]))
                return false;
        return true;
    }

    static bool Same(char letter, char small) => (letter is >= 'A' and <= 'Z' ? letter | 0x20 : letter) == small;
}
