using System.Text.RegularExpressions;
using M365Smtp.Knowledge;

namespace M365Smtp.Decoding;

/// <summary>
/// Finds errors that are not SMTP replies: from the token service, Microsoft Graph, Exchange Web Services and the
/// client itself.
/// </summary>
internal static class SpokenText
{
    static readonly Regex EntraCode = new(
        @"\bAADSTS(\d{4,8})\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    );

    /// <summary>Errors of the token service, Microsoft Graph and Exchange Web Services, each once.</summary>
    public static IEnumerable<FoundReply> OfServices(string text, string? mailbox)
    {
        var lower = text.ToLowerInvariant();
        return EntraCode
            .Matches(text)
            .Cast<Match>()
            .Select(code => new FoundReply(code.Index, Entra(code.Groups[1].Value, mailbox)))
            .GroupBy(one => one.Explanation.Reply)
            .Select(same => same.First())
            .Concat(ServiceErrors.All.Select(row => Found(row, lower, mailbox)).OfType<FoundReply>());
    }

    /// <summary>The most specific client error, or null. A server's reply says more.</summary>
    public static FoundReply? OfClient(string text, string? mailbox)
    {
        var lower = text.ToLowerInvariant();
        var found = ClientFaults.All.Select(row => Found(row, lower, mailbox)).OfType<FoundReply>().FirstOrDefault();
        return found is null ? null : found with { IsSaidByClient = true };
    }

    /// <summary>The meaning of an Entra error code, whatever words follow it.</summary>
    static ReplyExplanation Entra(string code, string? mailbox)
    {
        var error = EntraErrors.Of(code);
        var remedies = Causes.Of(error.Cause).Remedies.For(mailbox);
        return new()
        {
            Cause = error.Cause,
            Gate = Gate.Token,
            Certainty = Certainty.Certain,
            Retry = error.Retry,
            Meaning = $"AADSTS{code}: {error.Meaning}.",
            Remedies = error.Remedy is { } first ? [first, .. remedies] : remedies,
            Reply = "AADSTS" + code,
            Source = EntraErrors.Source,
        };
    }

    static FoundReply? Found(SpokenRow row, string text, string? mailbox)
    {
        var places = row.Phrases.Select(phrase => WordSearch.IndexOf(text, phrase)).Where(index => index >= 0);
        var at = places.DefaultIfEmpty(-1).Min();
        if (at < 0 || (row.With is { } with && WordSearch.IndexOf(text, with) < 0))
            return null;
        return new(at, Explanation(row, mailbox));
    }

    /// <summary>The meaning of an error from a client or a service.</summary>
    public static ReplyExplanation Explanation(SpokenRow row, string? mailbox = null)
    {
        var cause = Causes.Of(row.Cause);
        return new()
        {
            Cause = row.Cause,
            Gate = cause.Gate,
            Certainty = row.Certainty,
            Retry = row.Retry,
            Meaning = row.Meaning ?? cause.Meaning,
            Remedies = (row.Remedy is { } own ? [own] : cause.Remedies).For(mailbox),
            Source = row.Source,
        };
    }
}
