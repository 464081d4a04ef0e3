using M365Smtp.Knowledge;

namespace M365Smtp.Decoding;

/// <summary>Finds the row of the reply table: by phrase, the longest first, and only then by a code that is Exchange Online's own.</summary>
internal static class ReplyMatcher
{
    static readonly ReplyRow[] LongestFirst = [.. Replies.All.OrderByDescending(row => row.Phrase.Length)];

    public static ReplyRow? ByPhrase(ReplyText reply)
    {
        var text = reply.Text.ToLowerInvariant();
        return Array.Find(LongestFirst, row => row.Phrase.Length > 0 && SaysSo(row, reply, text, row.Phrase, IndexOfWords(text, row.Phrase)));
    }

    /// <summary>For a text whose lines were broken inside words, where blanks mean nothing.</summary>
    public static ReplyRow? ByPhraseWithoutBlanks(ReplyText reply)
    {
        var text = WithoutBlanks(reply.Text.ToLowerInvariant());
        return Array.Find(LongestFirst, row => row.Phrase.Length > 0 && WithoutBlanks(row.Phrase) is var phrase
            && SaysSo(row, reply, text, phrase, text.IndexOf(phrase, StringComparison.Ordinal)));
    }

    public static ReplyRow? ByCode(ReplyText reply) =>
        Array.Find(LongestFirst, row => row.Match == MatchOn.PhraseOrCode && HasCode(row, reply) && SameClass(row, reply));

    static bool SaysSo(ReplyRow row, ReplyText reply, string text, string phrase, int at) => at >= 0 && row.Match switch
    {
        MatchOn.PhraseWithCode => HasCode(row, reply),
        MatchOn.Whole => IsOnlyBracket(text.Substring(at + phrase.Length)),
        MatchOn.WholeWithCode => at == 0 && HasCode(row, reply) && IsOnlyBracket(text.Substring(phrase.Length)),
        _ => true,
    };

    static string WithoutBlanks(string text) => text.Replace(" ", "");

    static int IndexOfWords(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
            if (!IsWord(text, at - 1) && !IsWord(text, at + phrase.Length)) return at;
        return -1;
    }

    static bool IsWord(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    static bool IsOnlyBracket(string rest)
    {
        var bare = rest.TrimStart(' ', '.');
        return bare.Length == 0 || (bare[0] == '[' && bare.Contains(']')) || !bare.Any(char.IsLetter);
    }

    static bool HasCode(ReplyRow row, ReplyText reply)
    {
        if (row.Enhanced is null || reply.Enhanced is null) return false;
        if (row.LastDetail == 0) return reply.Enhanced == row.Enhanced;
        var dot = row.Enhanced.LastIndexOf('.') + 1;
        return reply.Enhanced.StartsWith(row.Enhanced.Substring(0, dot), StringComparison.Ordinal)
            && int.TryParse(reply.Enhanced.Substring(dot), out var detail)
            && detail >= int.Parse(row.Enhanced.Substring(dot)) && detail <= row.LastDetail;
    }

    static bool SameClass(ReplyRow row, ReplyText reply) => reply.Code == 0 || reply.Code / 100 == row.Code / 100;
}
