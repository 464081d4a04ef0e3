using System.Globalization;

namespace M365Smtp.Analyzers.Settings.Sections;

/// <summary>A host as written in settings: <c>name</c>, <c>name:port</c>,
/// <c>smtp://user:password@name:port/?starttls=always</c>, each part with its position.</summary>
/// <param name="Scheme"><c>smtp</c> or <c>smtps</c>; empty if there is none.</param>
internal sealed record HostText(
    string Scheme,
    TextPart? User,
    TextPart? Password,
    TextPart Name,
    TextPart? Port,
    string Query
)
{
    /// <summary>Null for text that cannot be a host, such as a web address.</summary>
    public static HostText? Parse(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0;
        var schemeName = text.Substring(0, Math.Max(0, start - 3)).ToLowerInvariant();
        if (schemeName is not ("" or "smtp" or "smtps"))
            return null;
        var end = text.IndexOfAny(['/', '?'], start) is var path and >= 0 ? path : text.Length;
        var at = end > start ? text.LastIndexOf('@', end - 1, end - start) : -1;
        if (at >= 0 && start == 0)
            return null;
        var (user, password) = at < 0 ? (null, null) : Split(text, start, at);
        var (name, port) = Split(text, at < 0 ? start : at + 1, end);
        return name is null || (start == 0 && end < text.Length)
            ? null
            : new(schemeName, user, password, name, port, text.Substring(end));
    }

    /// <summary>The port if it is a number.</summary>
    public int? PortNumber => Number(Port?.Text);

    public static int? Number(string? text) =>
        int.TryParse(
            text,
            NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var port
        ) && port is > 0 and <= 65535
            ? port
            : null;

    static (TextPart?, TextPart?) Split(string text, int start, int end)
    {
        var colon = text.IndexOf(':', start, end - start);
        return colon < 0
            ? (TextPart.Of(text, start, end), null)
            : (TextPart.Of(text, start, colon), TextPart.Of(text, colon + 1, end));
    }
}

/// <summary>A part of a text and its start position.</summary>
internal sealed record TextPart(string Text, int Start)
{
    public static TextPart? Of(string text, int start, int end) =>
        end > start ? new(text.Substring(start, end - start), start) : null;
}
