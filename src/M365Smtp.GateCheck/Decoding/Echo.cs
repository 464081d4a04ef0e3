using System.Globalization;
using System.Text.RegularExpressions;
using M365Smtp.Knowledge;

namespace M365Smtp.Decoding;

/// <summary>
/// Selects the parts of a reply that are safe to repeat: text around the server's words may be a password.
/// </summary>
internal static class Echo
{
    const int MaxReply = 500;
    const RegexOptions Options = RegexOptions.CultureInvariant;

    static readonly Regex Address = new(@"^[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$", Options);
    static readonly Regex Ip = new(@"^\[?[0-9A-Fa-f.:]{3,45}\]?$", Options);
    static readonly Regex Domain = new(@"^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$", Options);

    // Lowercase, uppercase or capitalized: passwords and tokens rarely are.
    static readonly Regex PlainWord = new(
        @"^(?:[A-Z]?[a-z]+(?:['-][a-z]+)*|[A-Z]{1,12}|\d{1,4}|[245]\.\d{1,3}\.\d{1,3}|#|-|;)[.,;:!?]?$",
        Options
    );
    static readonly Regex Secretive = new(
        @"^(?:pass\w*|pwd|secret|bearer|basic|token|apikey|key|auth|login|plain|xoauth2?|user\w*|authorization|credentials?)[:=]?$",
        Options | RegexOptions.IgnoreCase
    );

    // "password expired" is informative, "password hunter" leaks a secret.
    static readonly Regex Reasoned = new(
        @"^(?:and|or|not|expired|invalid|incorrect|wrong|failed|failure|required|rejected|denied|must|too|unknown)[.,;:]?$",
        Options | RegexOptions.IgnoreCase
    );
    static readonly char[] Closing = ['.', ';', ',', '"', '\'', ')', ']', '}', '>'];
    static readonly Regex EndOfWords = new(@"[\n""{}\[\]<>]", Options);

    /// <summary>For a known reply, its own words and the bracket.</summary>
    public static string Of(ReplyText reply, MatchedRow known, Bracket bracket)
    {
        if (!known.IsByPhrase)
            return Of(reply, bracket);
        var words = known.Phrase < 0 ? Template(known.Row) : OwnWords(reply.Text, known);
        return Line(reply, words.EndsWith(bracket.Text, StringComparison.Ordinal) ? words : words + " " + bracket.Text);
    }

    /// <summary>For any other reply, the plain words after the code.</summary>
    public static string Of(ReplyText reply, Bracket bracket) =>
        Line(reply, PlainWords(reply.FirstLine) + " " + bracket.Text);

    public static bool IsAddress(string text) => Address.IsMatch(text);

    static string Line(ReplyText reply, string words)
    {
        var code = reply.Code > 0 ? reply.Code.ToString(CultureInfo.InvariantCulture) : null;
        string?[] parts = [code, reply.Enhanced, words.Trim()];
        var line = string.Join(" ", parts.Where(part => !string.IsNullOrEmpty(part)));
        return line.Length > MaxReply ? line.Substring(0, MaxReply) : line;
    }

    // The row's words around its phrase, as far as the text agrees.
    static string OwnWords(string text, MatchedRow known)
    {
        var (row, at) = (known.Row, known.Row.Text.IndexOf(known.Row.Phrase, StringComparison.OrdinalIgnoreCase));
        var said = text.Substring(known.Phrase, row.Phrase.Length);
        if (at < 0)
            return said;
        var (own, start) = (WordStart(row.Text, at), WordStart(text, known.Phrase));
        if (at - own != known.Phrase - start)
            return said;
        var after = Agreeing(Words(row.Text.Substring(own)), Words(text.Substring(start)));
        if (after.Count < Words(row.Text.Substring(own, at - own) + row.Phrase).Length)
            return said;
        var before = Agreeing(Backwards(row.Text.Substring(0, own)), Backwards(text.Substring(0, start)));
        return string.Join(" ", before.AsEnumerable().Reverse().Concat(after));
    }

    static int WordStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf(' ', at - 1) + 1;

    // The row's spelling where it has a word, the server's text where it has a placeholder.
    static List<string> Agreeing(string[] own, string[] said) =>
        [
            .. own.Zip(said, (word, other) => (word, other))
                .TakeWhile(pair => Agree(pair.word, pair.other))
                .Select(pair => pair.word[0] is '{' or '[' ? pair.other : pair.word),
        ];

    static string[] Backwards(string text) => [.. Words(text).AsEnumerable().Reverse()];

    static string Template(ReplyRow row)
    {
        var at = row.Text.IndexOf(row.Phrase, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? row.Phrase : row.Text.Substring(at, row.Phrase.Length);
    }

    static string[] Words(string text) => text.Split([' '], StringSplitOptions.RemoveEmptyEntries);

    static bool Agree(string own, string said) =>
        own.TrimEnd(Closing) switch
        {
            "{login" or "{from" or "{address" => IsAddress(said.TrimEnd(';', '.')),
            "[{ip" => Ip.IsMatch(said.TrimEnd('.')),
            "{domain" => Domain.IsMatch(said),
            var word => string.Equals(word, said.TrimEnd(Closing), StringComparison.OrdinalIgnoreCase),
        };

    static string PlainWords(string text)
    {
        if (EndOfWords.Match(text) is { Success: true } end)
            text = text.Substring(0, end.Index);
        var words = Words(text);
        var plain = 0;
        while (plain < words.Length && PlainWord.IsMatch(words[plain]) && !MayPrecedeASecret(words, plain))
            plain++;
        return string.Join(" ", words.Take(plain));
    }

    static bool MayPrecedeASecret(string[] words, int at) =>
        Secretive.IsMatch(words[at])
        && (
            words[at].EndsWith(":", StringComparison.Ordinal)
            || at + 1 == words.Length
            || !Reasoned.IsMatch(words[at + 1])
        );
}
