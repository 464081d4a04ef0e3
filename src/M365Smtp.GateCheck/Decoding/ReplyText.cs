using System.Globalization;
using System.Text.RegularExpressions;

namespace M365Smtp.Decoding;

/// <summary>A reply taken apart, however it was quoted.</summary>
/// <param name="Code">The reply code, or 0.</param>
/// <param name="Text">What follows the codes, on one line.</param>
internal sealed record ReplyText(int Code, string? Enhanced, string Text)
{
    /// <summary>Longer input is cut: a reply line has at most 512 bytes, a log line a little around it.</summary>
    public const int MaxLength = 16_384;

    const RegexOptions Options = RegexOptions.CultureInvariant;
    const string EnhancedCode = @"([245]\.\d{1,3}\.\d{1,3})(?!\d|\.\d)";

    // "535 5.7.139", "535: 5.7.139" (MailKit), "(535, b'5.7.139" (Python), "535-5.7.139"
    static readonly Regex Both = new(@"(?<![\w.])([245][0-5]\d)(?:[\s:,#""'-]|b(?=['""])){1,6}" + EnhancedCode, Options);
    static readonly Regex EnhancedOnly = new(@"(?<![\w./-])" + EnhancedCode, Options);
    static readonly Regex CodeOnly = new(@"(?:^|[<>:(] ?)(421|432|45[0-58]|50[0-4]|521|53[0458]|541|55[0-6])(?=[ :,-])", Options);
    // The code that each line of a reply repeats, behind what a log puts before it.
    static readonly Regex Continuation = new(@"\n[^\n]{0,80}?(?<![\w.-])([245]\d\d)[ -](?:[245]\.\d{1,3}\.\d{1,3}(?=\s))?", Options);
    static readonly Regex Wrapper = new(string.Join(@"\s*", "notauthenticatedtosendmail.error:".Select(c => Regex.Escape(c.ToString()))), Options | RegexOptions.IgnoreCase);
    static readonly Regex Blanks = new(@"\s+", Options);

    /// <summary>Whether it came on several lines.</summary>
    public bool WasBroken { get; init; }

    public bool HasCode => Code > 0 || Enhanced is not null;

    /// <param name="joiner">What stood where a line was broken: a blank, or nothing where a word was cut in two.</param>
    public static ReplyText Read(string raw, string joiner = " ")
    {
        var lines = Lines(raw.Length > MaxLength ? raw.Substring(0, MaxLength) : raw);
        return OfOneLine(OneLine(lines, joiner)) with { WasBroken = lines.Contains('\n') };
    }

    static ReplyText OfOneLine(string line)
    {
        if (Both.Match(line) is { Success: true } both)
            return new ReplyText(Number(both.Groups[1].Value), both.Groups[2].Value, After(line, both)).Innermost();
        if (EnhancedOnly.Match(line) is { Success: true } enhanced)
            return new ReplyText(0, enhanced.Groups[1].Value, After(line, enhanced)).Innermost();
        if (CodeOnly.Match(line) is { Success: true } code)
            return new(Number(code.Groups[1].Value), null, After(line, code));
        return new(0, null, line);
    }

    /// <summary>The refusal inside <c>530 5.7.57 Client not authenticated to send mail. Error: 535 …</c>: System.Net.Mail provokes that text.</summary>
    ReplyText Innermost()
    {
        if (Wrapper.Match(Text) is not { Success: true } wrapper) return this;
        var inner = OfOneLine(Text.Substring(wrapper.Index + wrapper.Length).TrimStart());
        return inner.HasCode ? inner : new(Code, Enhanced, inner.Text);
    }

    /// <summary>Codes and text as a server would write them.</summary>
    public override string ToString() =>
        string.Join(" ", new[] { Code > 0 ? Code.ToString(CultureInfo.InvariantCulture) : null, Enhanced, Text }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>The text as the server sent it, as far as JSON, HTML and typography changed it.</summary>
    static string Lines(string raw) => raw
        .Replace("\r\n", "\n").Replace('\r', '\n').Replace("\\r\\n", "\n").Replace("\\n", "\n")
        .Replace("\\u0027", "'").Replace("&#39;", "'").Replace("&apos;", "'").Replace('\u2019', '\'').Trim();

    static string OneLine(string text, string joiner)
    {
        if (FirstCode(text) is { } first)
            text = Continuation.Replace(text, next => next.Groups[1].Value == first ? " " : next.Value);
        return Blanks.Replace(text.Replace("\n", joiner), " ");
    }

    static string? FirstCode(string text) => Both.Match(text) is { Success: true } both ? both.Groups[1].Value : CodeOnly.Match(text) is { Success: true } code ? code.Groups[1].Value : null;

    static string After(string line, Match match) => line.Substring(match.Index + match.Length).TrimStart(' ', ':', '-', ',');

    static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
