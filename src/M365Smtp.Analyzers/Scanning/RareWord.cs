namespace M365Smtp.Analyzers.Scanning;

/// <summary>A word to search for, and two adjacent letters in it that are rare in text.</summary>
internal sealed class RareWord
{
    /// <param name="text">In lowercase ASCII.</param>
    /// <param name="pair">Whether the text contains the pair.</param>
    public RareWord(string text, string pair)
    {
        (Text, Pair) = (text, text.IndexOf(pair, StringComparison.Ordinal));
        (First, Second) = (text[Pair], text[Pair + 1]);
    }

    public string Text { get; }

    /// <summary>The offset of the pair in the word.</summary>
    public int Pair { get; }

    public char First { get; }

    public char Second { get; }

    /// <summary>The first two letters, if the word has no rare ones.</summary>
    public static implicit operator RareWord(string text) => new(text, text.Substring(0, 2));

    /// <summary>Whether the word starts there, ignoring case.</summary>
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
