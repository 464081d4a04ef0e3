using System.Globalization;
using System.Text.RegularExpressions;
using M365Smtp.Knowledge;

namespace M365Smtp.Decoding;

/// <summary>The table row that matches a reply.</summary>
/// <param name="Phrase">The position of its phrase in the text; -1 if only the code matched or the text was broken
/// inside words.</param>
internal sealed record MatchedRow(ReplyRow Row, int Phrase, bool IsByPhrase);

/// <summary>
/// Finds the matching row of the reply table: by phrase, longest first, then by a code that only Exchange Online uses.
/// </summary>
internal static class ReplyMatcher
{
    static readonly ReplyRow[] LongestFirst = [.. Replies.All.OrderByDescending(row => row.Phrase.Length)];

    // Microsoft and others use these for anything.
    static readonly string[] Unspecific =
    [
        "5.7.1",
        "5.7.0",
        "5.2.0",
        "5.1.0",
        "5.0.0",
        "4.0.0",
        "5.0.350",
        "4.4.0",
        "4.7.0",
    ];

    static readonly Regex LongerForm = new(@"^[\s.]*(?:,|error\b)", RegexOptions.CultureInvariant);

    /// <summary>Null if nothing matches, or if the code and the words contradict each other.</summary>
    public static MatchedRow? Find(ReplyText reply, bool ignoreBlanks)
    {
        var text = reply.Text.ToLowerInvariant();
        if (ignoreBlanks)
            text = text.Replace(" ", "");
        string Phrase(ReplyRow row) => ignoreBlanks ? row.JoinedPhrase : row.Phrase;
        int Place(ReplyRow row) =>
            ignoreBlanks ? text.IndexOf(Phrase(row), StringComparison.Ordinal) : WordSearch.IndexOf(text, row.Phrase);
        bool Says(ReplyRow row) =>
            row.Phrase.Length > 0
            && Place(row) is >= 0 and var at
            && SaysSo(row, reply, at, text.Substring(at + Phrase(row).Length));

        if (Array.Find(LongestFirst, Says) is { } row)
        {
            if (!reply.IsInner && Contradict(row, reply))
                return null;
            // If a refusal has two forms, the one with this code matches more of the text.
            var form = HasCode(row, reply)
                ? row
                : Array.Find(LongestFirst, other => other.Cause == row.Cause && HasCode(other, reply) && Says(other))
                    ?? row;
            return new(form, ignoreBlanks ? -1 : Place(form), IsByPhrase: true);
        }
        bool IsCoded(ReplyRow row) => row.Match == MatchOn.PhraseOrCode && HasCode(row, reply) && SameClass(row, reply);
        return Array.Find(LongestFirst, IsCoded) is { } coded ? new(coded, -1, IsByPhrase: false) : null;
    }

    /// <summary>Whether any row has this enhanced code.</summary>
    public static bool IsKnownCode(ReplyText reply) => Array.Exists(LongestFirst, row => HasCode(row, reply));

    static bool SaysSo(ReplyRow row, ReplyText reply, int at, string rest) =>
        row.Match switch
        {
            MatchOn.PhraseWithCode => HasCode(row, reply),
            MatchOn.Whole => IsWhole(rest),
            MatchOn.WholeWithCode => at == 0 && HasCode(row, reply) && IsWhole(rest),
            _ => true,
        };

    // A longer form means something else.
    static bool IsWhole(string rest) => !LongerForm.IsMatch(rest);

    static bool Contradict(ReplyRow row, ReplyText reply) =>
        !SameClass(row, reply)
        || (
            reply.Enhanced is { } enhanced
            && Array.IndexOf(Unspecific, enhanced) < 0
            && IsKnownCode(reply)
            && !Array.Exists(LongestFirst, other => other.Cause == row.Cause && HasCode(other, reply))
        );

    static bool SameClass(ReplyRow row, ReplyText reply)
    {
        if (!reply.HasCode || (row.Code == 0 && row.Enhanced is null))
            return reply.Code is 0 or >= 400;
        // 451 5.7.3 belongs to both classes.
        return ClassesOf(reply.Code, reply.Enhanced).Intersect(ClassesOf(row.Code, row.Enhanced)).Any();
    }

    static IEnumerable<int> ClassesOf(int code, string? enhanced)
    {
        if (code > 0)
            yield return code / 100;
        if (enhanced is not null && (code == 0 || code >= 400))
            yield return enhanced[0] - '0';
    }

    static bool HasCode(ReplyRow row, ReplyText reply)
    {
        if (row.Enhanced is null || reply.Enhanced is null)
            return false;
        if (row.LastDetail == 0)
            return reply.Enhanced == row.Enhanced;
        var dot = row.Enhanced.LastIndexOf('.') + 1;
        return reply.Enhanced.StartsWith(row.Enhanced.Substring(0, dot), StringComparison.Ordinal)
            && Detail(reply.Enhanced) is var detail
            && detail >= Detail(row.Enhanced)
            && detail <= row.LastDetail;

        // At most three digits.
        int Detail(string enhanced) => int.Parse(enhanced.Substring(dot), CultureInfo.InvariantCulture);
    }
}
