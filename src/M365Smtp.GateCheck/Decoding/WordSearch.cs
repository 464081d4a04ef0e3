namespace M365Smtp.Decoding;

/// <summary>Finds words that are not part of longer ones.</summary>
internal static class WordSearch
{
    /// <summary>Where the words stand in the text; -1 where they do not. Both in one case.</summary>
    public static int IndexOf(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        while (at >= 0 && (IsInWord(text, at) || IsInWord(text, at + words.Length)))
            at = text.IndexOf(words, at + 1, StringComparison.Ordinal);
        return at;
    }

    // Between two letters or digits; behind a full stop that ends the words another may follow.
    static bool IsInWord(string text, int at) =>
        at > 0 && at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]);
}
