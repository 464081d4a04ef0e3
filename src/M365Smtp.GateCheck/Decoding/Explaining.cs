using M365Smtp.Knowledge;

namespace M365Smtp.Decoding;

/// <summary>Turns a reply that was taken apart into an explanation.</summary>
internal static class Explaining
{
    const int MaxReply = 500;
    const string SendAsDenied = "SendAsDenied; ";
    const string NotAllowed = " not allowed to send as ";

    public static ReplyExplanation Explain(string raw, string? mailbox)
    {
        var spaced = ReplyText.Read(raw);
        if (ReplyMatcher.ByPhrase(spaced) is { } said) return Known(spaced, said, byPhrase: true, mailbox);
        if (spaced.WasBroken && ReplyMatcher.ByPhraseWithoutBlanks(spaced) is { } broken) return Known(spaced, broken, byPhrase: true, mailbox);
        if (spaced.WasBroken && ReplyText.Read(raw, joiner: "") is var joined && ReplyMatcher.ByPhraseWithoutBlanks(joined) is { } cut)
            return Known(joined, cut, byPhrase: true, mailbox);
        if (ReplyMatcher.ByCode(spaced) is { } coded) return Known(spaced, coded, byPhrase: false, mailbox);
        return UnknownReply.Explain(spaced);
    }

    static ReplyExplanation Known(ReplyText reply, ReplyRow row, bool byPhrase, string? mailbox)
    {
        var cause = Causes.Of(row.Cause);
        var (login, from) = Addresses(reply.Text);
        return Bare(reply.HasCode ? reply : reply with { Text = FromPhrase(reply.Text, row.Phrase) }) with
        {
            Cause = row.Cause,
            Gate = cause.Gate,
            Certainty = byPhrase ? row.Certainty : Certainty.Likely,
            Retry = row.Retry,
            Meaning = cause.Meaning,
            Remedies = cause.Remedies.For(mailbox ?? login, from),
            Login = login,
            From = from,
            Source = row.Source,
        };
    }

    /// <summary>What the text shows, whatever it means.</summary>
    public static ReplyExplanation Bare(ReplyText reply)
    {
        var bracket = Bracket.Find(reply.Text);
        // The server's words end with the bracket; what a log adds behind it is nobody's business.
        var line = (reply with { Text = reply.Text.Substring(0, bracket.End) }).ToString();
        return new()
        {
            Code = reply.Code > 0 ? reply.Code : null,
            EnhancedCode = reply.Enhanced,
            Reply = line.Length > MaxReply ? line.Substring(0, MaxReply) : line,
            Frontend = bracket.Host,
            Time = bracket.Time,
            Id = bracket.Id,
        };
    }

    static string FromPhrase(string text, string phrase) =>
        text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) is var at and >= 0 ? text.Substring(at) : "";

    // SendAsDenied; <auth mailbox> not allowed to send as <from>;
    static (string? Login, string? From) Addresses(string text)
    {
        var start = text.IndexOf(SendAsDenied, StringComparison.OrdinalIgnoreCase);
        if (start < 0) return (null, null);
        start += SendAsDenied.Length;
        var middle = text.IndexOf(NotAllowed, start, StringComparison.OrdinalIgnoreCase);
        var end = middle < 0 ? -1 : text.IndexOf(';', middle);
        if (end < 0) return (null, null);
        var login = text.Substring(start, middle - start);
        var from = text.Substring(middle + NotAllowed.Length, end - middle - NotAllowed.Length);
        return IsOneWord(login) && IsOneWord(from) ? (login, from) : (null, null);
    }

    static bool IsOneWord(string text) => text.Length > 0 && !text.Contains(' ');
}
