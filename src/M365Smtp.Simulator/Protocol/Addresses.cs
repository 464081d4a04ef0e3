using System.Net;

namespace M365Smtp.Simulator;

/// <summary>The syntax of RFC 5321 for the name in EHLO and the addresses in MAIL and RCPT.</summary>
internal static class Addresses
{
    const int LongestDomain = 255;
    const int LongestLabel = 63;
    const int LongestLocalPart = 64;

    /// <summary>A domain name or address literal, without an underscore or trailing dot.</summary>
    public static bool IsDomain(string text) =>
        text.StartsWith("[", StringComparison.Ordinal) ? IsLiteral(text) : IsName(text);

    /// <summary>
    /// A mailbox, <c>local@domain</c>. Non-ASCII characters count as letters; whether they are allowed is checked
    /// elsewhere.
    /// </summary>
    public static bool IsMailbox(string text)
    {
        var at = text.LastIndexOf('@');
        return at > 0
            && at <= LongestLocalPart
            && IsLocalPart(text.Substring(0, at))
            && IsDomain(text.Substring(at + 1));
    }

    public static bool IsAscii(string text) => text.All(c => c < 128);

    static bool IsName(string text) =>
        text.Length is > 0 and <= LongestDomain
        && text.Split('.')
            .All(label =>
                label.Length is > 0 and <= LongestLabel
                && label[0] != '-'
                && label[label.Length - 1] != '-'
                && label.All(c => c == '-' || IsLetterOrDigit(c))
            );

    // [192.0.2.1], [IPv6:2001:db8::1]
    static bool IsLiteral(string text)
    {
        const string v6 = "IPv6:";
        if (text.Length < 3 || text[text.Length - 1] != ']')
            return false;
        var inner = text.Substring(1, text.Length - 2);
        return inner.StartsWith(v6, StringComparison.OrdinalIgnoreCase)
            ? IPAddress.TryParse(inner.Substring(v6.Length), out _)
            : inner.Split('.').Length == 4 && IPAddress.TryParse(inner, out _);
    }

    static bool IsLocalPart(string text) =>
        text[0] == '"' ? IsQuoted(text) : text.Split('.').All(atom => atom.Length > 0 && atom.All(IsAtomText));

    static bool IsQuoted(string text)
    {
        if (text.Length < 2 || text[text.Length - 1] != '"')
            return false;
        for (var at = 1; at < text.Length - 1; at++)
        {
            if (text[at] is '"' || char.IsControl(text[at]))
                return false;
            if (text[at] == '\\' && ++at == text.Length - 1)
                return false;
        }
        return true;
    }

    static bool IsAtomText(char c) => IsLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".IndexOf(c) >= 0;

    // The replacement character marks bytes that are not UTF-8.
    static bool IsLetterOrDigit(char c) =>
        c < 128
            ? c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9'
            : c != '\uFFFD' && !char.IsControl(c) && !char.IsWhiteSpace(c);
}
