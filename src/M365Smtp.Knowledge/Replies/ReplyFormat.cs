using System.Globalization;

namespace M365Smtp.Knowledge;

/// <summary>Formats a row as the server sends it.</summary>
internal static class ReplyFormat
{
    /// <summary>
    /// The host, time and id at the end of a reply: <c>[host 2026-11-23T18:00:00.000Z 08DE…]</c>, with the id in 16 hex
    /// digits.
    /// </summary>
    public static string Bracket(string host, DateTimeOffset time, ulong id) =>
        FormattableString.Invariant($"[{host} {Timestamp(time)} {id:X16}]");

    /// <summary>The reply as one line without CR LF.</summary>
    /// <param name="bracket">From <see cref="Bracket"/>, or only <c>[host]</c> as before 2023.</param>
    public static string Line(ReplyRow row, string host, string bracket, string? login = null, string? from = null)
    {
        var text = row
            .Text.Replace("{bracket}", bracket)
            .Replace("{host}", host)
            .Replace("{login}", login ?? "")
            .Replace("{from}", from ?? "")
            .Replace("{address}", from ?? "")
            .Replace("{ip}", "192.0.2.10")
            .Replace("{domain}", "contoso.com");
        var code = row.Code.ToString(CultureInfo.InvariantCulture);
        return row.Enhanced is null ? $"{code} {text}" : $"{code} {row.Enhanced} {text}";
    }

    /// <summary>
    /// The reply that System.Net.Mail gets when it sends MAIL FROM after a refused sign-in: 530 5.7.57 with the refusal
    /// inside.
    /// </summary>
    /// <param name="refusal">The refusal, as formatted by <see cref="Line"/>.</param>
    public static string Composite(string refusal) =>
        "530 5.7.57 Client not authenticated to send mail. Error: " + refusal;

    static string Timestamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
