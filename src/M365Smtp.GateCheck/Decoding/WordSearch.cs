namespace M365Smtp.Decoding;

/// <summary>Finds whole words.</summary>
internal static class WordSearch
{
    /// <summary>The position of the words in the text, or -1. Both must have the same case.</summary>
    public static int IndexOf(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        while (at >= 0 && (IsInWord(text, at) || IsInWord(text, at + words.Length)))
            at = text.IndexOf(words, at + 1, StringComparison.Ordinal);
        return at;
    }

    // Between two letters or digits; a period that ends the words may be followed by another.
    static bool IsInWord(string text, int at) =>
        at > 0 && at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]);
}
