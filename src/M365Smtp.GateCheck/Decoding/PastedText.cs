using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace M365Smtp.Decoding;

/// <summary>Restores a text that logs, JSON, HTML, URLs or mail programs have changed.</summary>
internal static class PastedText
{
    // "535 5.7.139 …" in JSON in HTML, plus one level to be safe.
    const int MaxDepth = 4;

    const RegexOptions Options = RegexOptions.CultureInvariant;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static readonly Regex Percent = new("(?:%[0-9A-Fa-f]{2})+", Options);
    static readonly Regex PlusForBlank = new(
        @"(?<!\d)[245]\d\d\+[245]\.\d{1,3}\.\d{1,3}\+|[A-Za-z]\+[A-Za-z]+\+[A-Za-z]+",
        Options
    );
    static readonly Regex UnicodeEscape = new(@"\\{1,9}u([0-9A-Fa-f]{4})", Options);
    static readonly Regex ByteEscapes = new(@"(?:\\{1,9}x[0-9A-Fa-f]{2})+", Options);
    static readonly Regex LineEscape = new(@"\\{1,9}r\\{1,9}n|\\{1,9}[rn]", Options);
    static readonly Regex TabEscape = new(@"\\{1,9}t", Options);
    static readonly Regex MarkEscape = new(@"\\{1,9}([""'/])", Options);
    static readonly Regex BreakTag = new(
        @"</?(?:br|p|div|li|ul|tr|td|pre|h\d)(?:\s[^<>]*)?/?>",
        Options | RegexOptions.IgnoreCase
    );
    static readonly Regex OtherTag = new(
        @"</?(?:b|i|u|em|strong|span|code|font|tt|small|html|body)(?:\s[^<>]*)?>|<a\s[^<>]*>|</a>",
        Options | RegexOptions.IgnoreCase
    );

    // Quoted-printable breaks only long lines, at their end.
    static readonly Regex SoftBreak = new(@"(?<=[^\n]{59}[^=\n])=\r?\n", Options);
    static readonly Regex QuotedPrintable = new("(?:=E2=80=99|=C2=A0|=20|=27|=3D)", Options);
    static readonly Regex QuoteMarks = new(@"^[ \t]*(?:>[ \t]?)+", Options | RegexOptions.Multiline);
    static readonly Regex NoWidth = new("[\u200B-\u200D\u2060\uFEFF\u00AD]", Options);

    // The typographic apostrophe and its damaged forms: organizationâ€™s, organization?s.
    static readonly Regex Apostrophe = new(@"(?<=[A-Za-z])(?:[^\x00-\x7F]{1,3}|[?`])(?=(?:s|t|ve|re|ll)\b)", Options);

    public static string Plain(string raw)
    {
        var text = WholeCharacters(raw);
        for (var depth = 0; depth < MaxDepth; depth++)
        {
            var next = Unescaped(text);
            if (next == text)
                break;
            text = next;
        }
        text = text.Replace("\r\n", "\n").Replace('\r', '\n').Replace('\u00A0', ' ');
        return Apostrophe.Replace(QuoteMarks.Replace(NoWidth.Replace(text, ""), ""), "'");
    }

    /// <summary>
    /// UTF-16 read as bytes has a zero next to every letter; with the wrong byte order, every letter is a multiple of
    /// 256.
    /// </summary>
    static string WholeCharacters(string raw)
    {
        if (raw.IndexOf('\0') >= 0)
            return raw.Replace("\u0019\u0020", "'").Replace("\u0020\u0019", "'").Replace("\0", "");
        return raw.Length > 0 && raw.Count(c => c > 255 && (c & 255) == 0) > raw.Length / 2
            ? string.Concat(raw.Select(c => (char)((c >> 8) | ((c & 255) << 8))))
            : raw;
    }

    static string Unescaped(string text)
    {
        if (text.IndexOf('%') >= 0)
            text = Percent.Replace(text, found => Utf8(found.Value, '%'));
        if (PlusForBlank.IsMatch(text))
            text = text.Replace('+', ' ');
        if (text.IndexOf('&') >= 0)
            text = WebUtility.HtmlDecode(text);
        if (text.IndexOf('<') >= 0)
            text = OtherTag.Replace(BreakTag.Replace(text, "\n"), "");
        if (text.IndexOf('\\') >= 0)
            text = WithoutBackslashes(text);
        if (text.IndexOf('=') < 0)
            return text;
        return QuotedPrintable.Replace(
            SoftBreak.Replace(text, ""),
            found =>
                found.Value switch
                {
                    "=E2=80=99" or "=27" => "'",
                    "=3D" => "=",
                    _ => " ",
                }
        );
    }

    static string WithoutBackslashes(string text)
    {
        text = UnicodeEscape.Replace(text, found => ((char)Convert.ToInt32(found.Groups[1].Value, 16)).ToString());
        text = ByteEscapes.Replace(text, found => Utf8(found.Value, '\\', 'x'));
        return MarkEscape.Replace(TabEscape.Replace(LineEscape.Replace(text, "\n"), " "), "$1");
    }

    static string Utf8(string escapes, params char[] marks)
    {
        var digits = escapes.Split(marks, StringSplitOptions.RemoveEmptyEntries);
        try
        {
            return Strict.GetString([.. digits.Select(each => Convert.ToByte(each, 16))]);
        }
        catch (ArgumentException)
        {
            return escapes;
        }
    }
}
