using M365Smtp.Knowledge;

namespace M365Smtp.Decoding;

/// <summary>An explanation and the position of its reply in the text.</summary>
internal sealed record FoundReply(int At, ReplyExplanation Explanation)
{
    /// <summary>The number of line breaks before it.</summary>
    public int Line { get; init; }

    /// <summary>The client reported this, and it may not concern mail.</summary>
    public bool IsSaidByClient { get; init; }

    public bool IsKnown => Explanation.Cause != ReplyCause.Unknown;

    public bool IsRefusal =>
        IsKnown
        || Explanation.Code is >= 400
        || (Explanation.Code is null && Explanation.EnhancedCode is { } code && code[0] != '2');
}

/// <summary>Turns the replies of a text into explanations.</summary>
internal static class Explaining
{
    const string SendAsDenied = "SendAsDenied; ";
    const string NotAllowed = " not allowed to send as ";

    static readonly ReplyExplanation Nothing = new()
    {
        Meaning = "No SMTP reply was recognised in the text.",
        Retry = RetryAdvice.Never,
    };

    /// <summary>The first refusal with a known cause, otherwise the first one; includes all of them.</summary>
    public static ReplyExplanation Explain(string raw, string? mailbox)
    {
        var all = All(raw, mailbox);
        var refusals = all.Where(found => found.IsRefusal)
            .Select(found => found.Explanation)
            .GroupBy(one => (one.Cause, WithoutBracket(one)))
            .Select(same => same.First())
            .ToList();
        var first =
            refusals.Find(refusal => refusal.Cause != ReplyCause.Unknown)
            ?? refusals.FirstOrDefault()
            ?? all.FirstOrDefault()?.Explanation
            ?? Nothing;
        return first with { Replies = refusals };
    }

    /// <summary>Everything that servers, clients and the token service report in the text, in order.</summary>
    public static IReadOnlyList<FoundReply> All(string raw, string? mailbox)
    {
        var text = PastedText.Plain(raw.Length > ReplyText.MaxLength ? raw.Substring(0, ReplyText.MaxLength) : raw);
        var found = Replies(text, mailbox, ignoreBlanks: false);
        if (!found.Exists(one => one.IsKnown) && text.Trim().IndexOf('\n') >= 0)
            found = Broken(text, mailbox) ?? found;
        found.AddRange(SpokenText.OfServices(text, mailbox));
        if (
            !found.Exists(one => one.IsKnown)
            && SpokenText.OfClient(text, mailbox) is { } fault
            && !found.Exists(one => one.IsRefusal && one.At < fault.At)
        )
            found.Add(fault);
        var inOrder = found
            .OrderBy(one => one.At)
            .Select(one => one with { Line = text.Take(one.At).Count(c => c == '\n') });
        return [.. WithoutEchoes([.. inOrder])];
    }

    // Line breaks may fall inside words or replace spaces.
    static List<FoundReply>? Broken(string text, string? mailbox) =>
        new[]
        {
            Replies(text, mailbox, ignoreBlanks: true),
            Replies(text.Replace("\n", ""), mailbox, ignoreBlanks: false),
            Replies(text.Replace("\n", ""), mailbox, ignoreBlanks: true),
        }.FirstOrDefault(found => found.Exists(one => one.IsKnown));

    static List<FoundReply> Replies(string text, string? mailbox, bool ignoreBlanks) =>
        [.. ReplyText.All(text).Select(reply => Explain(reply, mailbox, ignoreBlanks)).OfType<FoundReply>()];

    static FoundReply? Explain(ReplyText reply, string? mailbox, bool ignoreBlanks)
    {
        if (ReplyMatcher.Find(reply, ignoreBlanks) is { } known)
            return new(reply.At, Known(reply, known, mailbox));
        if (reply.IsInPlace)
            return reply.HasCode ? new(reply.At, UnknownReply.Explain(reply)) : null;
        // A number in the middle of a sentence can be anything, so match the words without it.
        var words = reply with
        {
            Code = 0,
            Enhanced = null,
        };
        return reply.HasCode && ReplyMatcher.Find(words, ignoreBlanks) is { } said
            ? new(reply.At, Known(words, said, mailbox))
            : null;
    }

    static ReplyExplanation Known(ReplyText reply, MatchedRow known, string? mailbox)
    {
        var (row, cause) = (known.Row, Causes.Of(known.Row.Cause));
        var bracket = Bracket.Find(reply.Text);
        var (login, from) = Addresses(reply.Text);
        return Bare(reply, bracket) with
        {
            Reply = Echo.Of(reply, known, bracket),
            Cause = row.Cause,
            Gate = cause.Gate,
            Certainty = known.IsByPhrase ? row.Certainty : Certainty.Likely,
            Retry = row.Retry,
            Meaning = row.Meaning ?? cause.Meaning,
            Remedies = (row.Remedy is { } own ? [own] : cause.Remedies).For(mailbox ?? login, from),
            Login = login,
            From = from,
            Source = row.Source,
        };
    }

    /// <summary>What the text contains, without its meaning.</summary>
    public static ReplyExplanation Bare(ReplyText reply) => Bare(reply, Bracket.Find(reply.Text));

    static ReplyExplanation Bare(ReplyText reply, Bracket bracket) =>
        new()
        {
            Code = reply.Code > 0 ? reply.Code : null,
            EnhancedCode = reply.Enhanced,
            Reply = Echo.Of(reply, bracket),
            Frontend = bracket.Host,
            Time = bracket.Time,
            Id = bracket.Id,
        };

    // Reports repeat themselves: "Status: 5.4.1", "returned '554 5.2.2 <host #5.2.2 smtp;554 5.2.2 mailbox full…",
    // inner exceptions.
    static IEnumerable<FoundReply> WithoutEchoes(List<FoundReply> found) =>
        found.Where((one, i) => !found.Where((other, k) => k != i && IsEcho(one, other, isEarlier: k < i)).Any());

    static bool IsEcho(FoundReply one, FoundReply other, bool isEarlier)
    {
        if (!other.IsKnown)
            return false;
        if (!one.IsKnown)
            return one.Explanation.EnhancedCode is { } code && other.Explanation.EnhancedCode == code;
        return one.Explanation.Cause == other.Explanation.Cause
            && IsPartOf(one, other)
            && (!IsPartOf(other, one) || (isEarlier && one.Line == other.Line));
    }

    static bool IsPartOf(FoundReply one, FoundReply other) =>
        WithoutBracket(other.Explanation)
            .IndexOf(WithoutBracket(one.Explanation).TrimEnd('.'), StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>The reply without host, time and id, which differ each time.</summary>
    public static string WithoutBracket(ReplyExplanation explanation)
    {
        var at = explanation.Frontend is null ? -1 : explanation.Reply.LastIndexOf('[');
        return (at < 0 ? explanation.Reply : explanation.Reply.Substring(0, at)).TrimEnd();
    }

    // SendAsDenied; <auth mailbox> not allowed to send as <from>;
    static (string? Login, string? From) Addresses(string text)
    {
        var start = text.IndexOf(SendAsDenied, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return (null, null);
        start += SendAsDenied.Length;
        var middle = text.IndexOf(NotAllowed, start, StringComparison.OrdinalIgnoreCase);
        var end = middle < 0 ? -1 : text.IndexOf(';', middle);
        if (end < 0)
            return (null, null);
        var login = text.Substring(start, middle - start);
        var from = text.Substring(middle + NotAllowed.Length, end - middle - NotAllowed.Length);
        return Echo.IsAddress(login) && Echo.IsAddress(from) ? (login, from) : (null, null);
    }
}
