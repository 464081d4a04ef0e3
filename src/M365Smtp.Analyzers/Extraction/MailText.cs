using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>The cheap gate: does a text hold a word that mail code must hold? One ordinal scan, no allocation but one buffer.</summary>
internal static class MailText
{
    // Every word starts with s, m, o or e in some case, so that most letters cost one comparison.
    static readonly string[] Words = ["smtp", "mailkit", "enablessl", "securesocketoptions", "office365", "outlook."];

    const int Window = 4096, Overlap = 24;

    [ThreadStatic] static char[]? buffer;

    public static bool MayHoldMail(SourceText text) => MayHoldMail(text, new TextSpan(0, text.Length));

    public static bool MayHoldMail(SourceText text, TextSpan part)
    {
        buffer ??= new char[Window];
        for (var start = part.Start; start < part.End; start += Window - Overlap)
        {
            var count = Math.Min(Window, part.End - start);
            text.CopyTo(start, buffer, 0, count);
            if (HoldsWord(buffer, count)) return true;
        }
        return false;
    }

    static bool HoldsWord(char[] window, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var letter = window[i] | 0x20;
            if (letter is not ('s' or 'm' or 'o' or 'e')) continue;
            foreach (var word in Words)
                if (word[0] == letter && StandsAt(window, i, count, word)) return true;
        }
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
