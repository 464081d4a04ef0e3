using System.Text;
using System.Text.RegularExpressions;

namespace M365Smtp.Decoding;

/// <summary>Finds the refusals in a log.</summary>
internal static class LogReading
{
    const int MaxUnfinished = 3;

    // A line such as "S: 535-5.7.139 …", which another line continues.
    static readonly Regex Intermediate = new(
        @"(?:^|^S: ?|[\s<])[45]\d\d-(?:[45]\.\d{1,3}\.|[A-Za-z])",
        RegexOptions.CultureInvariant
    );

    // Logs also mention databases and web servers, whose connections break as well.
    static readonly Regex Mail = new(
        @"mail|smtp|office365|outlook|starttls|(?<![.\d])(?:465|587)(?![.\d])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    );

    static readonly char[] FirstDigits = ['4', '5'];

    // Every phrase that is recognized without a code contains one of these.
    static readonly string[] Words =
    [
        "smtp",
        "auth",
        "mail",
        "recipient",
        "sender",
        "relay",
        "tenant",
        "denied",
        "storedrv",
        "resolver",
        "quota",
        "sts",
        "tls",
        "ssl",
        "transport",
        "message",
        "size",
        "reputation",
        "block list",
        "concurrent",
        "spam",
        "server",
        "domain",
        "graph",
        "ews",
        "exchange",
        "account",
        "credential",
        "privileges",
        "rest api",
        "exception",
        "from addresses",
        "organization",
    ];

    // Starts a new entry, whatever the line above says.
    static readonly Regex New = new(
        @"^\s*(?:$|at\s+[\w.$<>]+[.(]|\[?\d{4}-\d\d-\d\d|\w{3} +\d+ \d\d:|[CS]: |\d{3}[ -])",
        RegexOptions.CultureInvariant
    );

    public static IReadOnlyList<LoggedReply> Explain(TextReader log, string? mailbox)
    {
        var found = new List<LoggedReply>();
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var start = new char[ReplyText.MaxLength];
        var length = log.ReadBlock(start, 0, start.Length);
        var beginning = new string(start, 0, length);
        // Read short input as a whole, so that broken lines lose nothing.
        var replies = length < start.Length ? OfText(1, beginning, mailbox) : OfLines(beginning, log, mailbox);
        foreach (var (line, explanation) in replies)
        {
            var key = explanation.Cause + Explaining.WithoutBracket(explanation);
            if (places.TryGetValue(key, out var place))
                found[place] = found[place] with { Count = found[place].Count + 1 };
            else
            {
                places.Add(key, found.Count);
                found.Add(new(line, 1, explanation));
            }
        }
        return found;
    }

    static IEnumerable<(int Line, ReplyExplanation Explanation)> OfText(int first, string text, string? mailbox)
    {
        var lines = text.Count(c => c == '\n');
        return Explaining
            .All(text, mailbox)
            .Where(one => one.IsRefusal && (!one.IsSaidByClient || Mail.IsMatch(text)))
            .Select(one => (first + Math.Min(lines, one.Line), one.Explanation));
    }

    static IEnumerable<(int Line, ReplyExplanation Explanation)> OfLines(
        string beginning,
        TextReader rest,
        string? mailbox
    )
    {
        (int Line, string Text)? unfinished = null;
        var appended = 0;
        foreach (var (line, text) in Entries(new Continued(beginning, rest)))
        {
            if (unfinished is { } before)
            {
                var joined = before.Text + "\n" + text;
                if (appended++ < MaxUnfinished && !New.IsMatch(text))
                {
                    var replies = OfText(before.Line, joined, mailbox).ToList();
                    unfinished = replies.Exists(IsKnown) ? null : (before.Line, joined);
                    if (unfinished is null)
                        foreach (var reply in replies)
                            yield return reply;
                    continue;
                }
                foreach (var reply in OfText(before.Line, before.Text, mailbox))
                    yield return reply;
                unfinished = null;
            }
            if (!MayMatter(text))
                continue;
            var found = OfText(line, text, mailbox).ToList();
            if (found.Count > 0 && !found.Exists(IsKnown))
                (unfinished, appended) = ((line, text), 0);
            else
                foreach (var reply in found)
                    yield return reply;
        }
        if (unfinished is { } last)
            foreach (var reply in OfText(last.Line, last.Text, mailbox))
                yield return reply;
    }

    /// <summary>Whether the line is worth parsing; most log lines are not.</summary>
    static bool MayMatter(string text)
    {
        if (text.IndexOf('\0') >= 0)
            text = text.Replace("\0", "");
        for (var i = text.IndexOfAny(FirstDigits); i >= 0; i = text.IndexOfAny(FirstDigits, i + 1))
            if (IsCode(text, i))
                return true;
        // UTF-16 read with the wrong byte order.
        if (text.Any(c => c > 255 && (c & 255) == 0))
            return true;
        return Array.Exists(Words, word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    // "535 …" or "5.7.139 …"
    static bool IsCode(string text, int at) =>
        (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] == '.'))
        && at + 2 < text.Length
        && char.IsDigit(text[at + 2])
        && (
            text[at + 1] == '.'
            || (char.IsDigit(text[at + 1]) && (at + 3 == text.Length || !char.IsLetterOrDigit(text[at + 3])))
        );

    static bool IsKnown((int Line, ReplyExplanation Explanation) reply) =>
        reply.Explanation.Cause != ReplyCause.Unknown;

    /// <summary>
    /// Lines that belong together: <c>535-…</c> up to <c>535 …</c>, and indented lines with the line above.
    /// </summary>
    static IEnumerable<(int Line, string Text)> Entries(Continued log)
    {
        var entry = new StringBuilder();
        var (start, number) = (1, 0);
        while (log.ReadLine() is { } line)
        {
            number++;
            var isFull = entry.Length + line.Length > ReplyText.MaxLength;
            if (entry.Length > 0 && (isFull || !Continues(entry.ToString(), line)))
            {
                yield return (start, entry.ToString());
                entry.Clear();
            }
            if (entry.Length == 0)
                start = number;
            else
                entry.Append('\n');
            entry.Append(line.Length > ReplyText.MaxLength ? line.Substring(0, ReplyText.MaxLength) : line);
        }
        if (entry.Length > 0)
            yield return (start, entry.ToString());
    }

    static bool Continues(string entry, string line)
    {
        var last = entry.Substring(entry.LastIndexOf('\n') + 1);
        if (Intermediate.IsMatch(last))
            return true;
        var text = line.Replace("\0", "").TrimStart('>');
        if (text.Length < 2 || text[0] is not (' ' or '\t') || New.IsMatch(text))
            return false;
        // The first space after a quote mark belongs to the mark.
        return text[1] is ' ' or '\t' || !line.StartsWith(">", StringComparison.Ordinal);
    }

    /// <summary>A log whose beginning has already been read.</summary>
    sealed class Continued(string beginning, TextReader rest)
    {
        readonly StringReader first = new(beginning);

        public string? ReadLine()
        {
            var line = first.ReadLine();
            if (line is null)
                return rest.ReadLine();
            // The beginning may end inside a line or between CR and LF.
            if (first.Peek() >= 0 || beginning.EndsWith("\n", StringComparison.Ordinal))
                return line;
            if (beginning.EndsWith("\r", StringComparison.Ordinal))
            {
                if (rest.Peek() == '\n')
                    rest.Read();
                return line;
            }
            return line + rest.ReadLine();
        }
    }
}
