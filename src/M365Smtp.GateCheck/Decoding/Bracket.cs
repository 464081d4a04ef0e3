using System.Globalization;

namespace M365Smtp.Decoding;

/// <summary>The bracket at the end of a reply: <c>[host 2023-09-12T20:59:57.214Z 08DBB276B7E699C4]</c>, before 2023 just <c>[host]</c>.</summary>
/// <param name="End">Where the text after it begins; the length of the text where there is no bracket.</param>
internal sealed record Bracket(string? Host, DateTimeOffset? Time, string? Id, int End)
{
    public static Bracket Find(string text)
    {
        var end = text.LastIndexOf(']');
        var start = end < 0 ? -1 : text.LastIndexOf('[', end);
        var none = new Bracket(null, null, null, text.Length);
        if (start < 0) return none;
        var parts = text.Substring(start + 1, end - start - 1).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > 3 || HostName(parts[0]) is not { } host) return none;
        return new(host, parts.Length > 1 ? Timestamp(parts[1]) : null, parts.Length > 2 && IsHex(parts[2]) ? parts[2] : null, end + 1);
    }

    static string? HostName(string part)
    {
        const string prefix = "Hostname=";
        var name = part.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? part.Substring(prefix.Length) : part;
        return name.Contains('.') && name.Any(char.IsLetter) && name.All(c => c < 128 && (char.IsLetterOrDigit(c) || c is '.' or '-')) ? name : null;
    }

    static DateTimeOffset? Timestamp(string part) =>
        DateTimeOffset.TryParseExact(part, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    static bool IsHex(string part) => part.Length <= 32 && part.All(c => c is >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F');
}
