using System.Globalization;
using System.Text.RegularExpressions;

namespace M365Smtp.Decoding;

/// <summary>
/// The bracket at the end of a reply: <c>[host 2023-09-12T20:59:57.214Z 08DBB276B7E699C4]</c>, <c>[host]</c> or
/// <c>[Hostname=host]</c>.
/// </summary>
/// <param name="Text">The bracket as written in the reply; empty if it is missing or truncated.</param>
internal sealed record Bracket(string Text, string? Host, DateTimeOffset? Time, string? Id)
{
    static readonly Bracket None = new("", null, null, null);

    // Microsoft hosts only: other brackets can contain anything.
    static readonly Regex Form = new(
        @"\[(?:Hostname=)?(?<host>(?:[A-Za-z0-9-]{1,63}\.)*"
            + @"(?:outlook\.(?:com|cn|de)|office365\.(?:com|us)|office\.com|exchangelabs\.com|mx\.microsoft))"
            + @"(?: (?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z)(?: (?<id>[0-9A-Fa-f]{1,32}))?)?"
            + @"(?:(?<end>\])|(?![A-Za-z0-9.-]))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    );

    public static Bracket Find(string text)
    {
        if (Form.Match(text) is not { Success: true } found)
            return None;
        var (time, id) = (found.Groups["time"], found.Groups["id"]);
        return new(
            found.Groups["end"].Success ? found.Value : "",
            found.Groups["host"].Value,
            time.Success ? Timestamp(time.Value) : null,
            id.Success ? id.Value : null
        );
    }

    static DateTimeOffset? Timestamp(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : null;
}
