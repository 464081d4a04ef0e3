using System.Text;
using System.Text.RegularExpressions;

namespace M365Smtp.Decoding;

/// <summary>Finds the refusals in a log.</summary>
internal static class LogReading
{
    const int MaxContinuations = 20;

    static readonly Regex ReplyPlace = new(@"^[\s<>]*(?:S: ?)?[45]\d\d[ -]|(?:said|response|reply|login|server): ?[45]\d\d[ -]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    // A line such as "S: 535-5.7.139 …": the reply goes on.
    static readonly Regex Intermediate = new(@"(?:^|^S: ?|[\s<])[45]\d\d-(?:[45]\.\d{1,3}\.|[A-Za-z])", RegexOptions.CultureInvariant);

    public static IReadOnlyList<LoggedReply> Explain(TextReader log, string? mailbox)
    {
        var found = new List<LoggedReply>();
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (line, text) in Entries(log))
        {
            var explanation = Explaining.Explain(text, mailbox);
            if (!IsRefusal(explanation, text)) continue;
            var key = explanation.Cause + WithoutBracket(explanation.Reply);
            if (places.TryGetValue(key, out var place)) found[place] = found[place] with { Count = found[place].Count + 1 };
            else
            {
                places.Add(key, found.Count);
                found.Add(new(line, 1, explanation));
            }
        }
        return found;
    }

    // A number alone may be anything; with an enhanced code, or where a reply stands, it is one.
    static bool IsRefusal(ReplyExplanation explanation, string text) =>
        explanation.Cause != ReplyCause.Unknown || (explanation.Code is >= 400 and < 600 && (explanation.EnhancedCode is not null || ReplyPlace.IsMatch(text)));

    /// <summary>Lines that belong together: <c>535-…</c> up to <c>535 …</c>, and indented lines with the one above.</summary>
    static IEnumerable<(int Line, string Text)> Entries(TextReader log)
    {
        var entry = new StringBuilder();
        var (start, number, lines) = (1, 0, 0);
        while (log.ReadLine() is { } line)
        {
            number++;
            if (entry.Length > 0 && (lines > MaxContinuations || !Continues(entry.ToString(), line)))
            {
                yield return (start, entry.ToString());
                entry.Clear();
            }
            if (entry.Length == 0) (start, lines) = (number, 0);
            else entry.Append('\n');
            entry.Append(line.Length > ReplyText.MaxLength ? line.Substring(0, ReplyText.MaxLength) : line);
            lines++;
        }
        if (entry.Length > 0) yield return (start, entry.ToString());
    }

    static bool Continues(string entry, string line)
    {
        var last = entry.Substring(entry.LastIndexOf('\n') + 1);
        if (Intermediate.IsMatch(last)) return true;
        return line.Length > 1 && line[0] is ' ' or '\t' && !line.TrimStart().StartsWith("at ", StringComparison.Ordinal);
    }

    static string WithoutBracket(string reply)
    {
        var at = reply.LastIndexOf('[');
        return at < 0 ? reply : reply.Substring(0, at);
    }
}
