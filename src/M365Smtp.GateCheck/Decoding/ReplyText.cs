using System.Globalization;
using System.Text.RegularExpressions;

namespace M365Smtp.Decoding;

/// <summary>One parsed reply in a text.</summary>
/// <param name="At">Its position in the text.</param>
/// <param name="Code">The reply code, or 0.</param>
/// <param name="Text">The text after the codes, on one line.</param>
internal sealed record ReplyText(int At, int Code, string? Enhanced, string Text)
{
    /// <summary>Longer input is truncated: a reply line has at most 512 bytes, a log line slightly more.</summary>
    public const int MaxLength = 16_384;

    const RegexOptions Options = RegexOptions.CultureInvariant;
    const string EnhancedCode = @"(?<enhanced>[245]\.\d{1,3}\.\d{1,3})(?!\d|\.\d)";

    // "535 5.7.139", "535: 5.7.139" (MailKit), "(535, b'5.7.139" (Python), "535-5.7.139", "550 (5.7.60)"
    const string Both = @"(?<![\w.])(?<code>[245][0-5]\d)(?:[\s:,#""'()\]-]|b(?=['""])){1,6}" + EnhancedCode;
    const string EnhancedOnly = @"(?<![\w./-])" + EnhancedCode;
    const string CodeOnly =
        @"(?=[45]\d\d[ :,-])(?:(?<=^[ \t<>*~|-]*(?:S: ?|SERVER: ?)?)"
        + @"|(?<=(?:said|response|reply|login|server|smtp|refused|denied)[:;] ?['""]?)|(?<=[<(]))"
        + @"(?<code>421|432|45[0-58]|50[0-4]|521|53[0458]|541|55[0-6])(?=[ :,-])";

    static readonly Regex Start = new(
        $"{Both}|{EnhancedOnly}|{CodeOnly}",
        Options | RegexOptions.Multiline | RegexOptions.IgnoreCase
    );

    // Before a standalone enhanced code: the start of a line, or a mark such as ': ' or an opening quote.
    static readonly Regex Place = new(
        @"(?:^[ \t<>*~|-]*(?:S: ?)?|[:;=(<#,>] ?b?['""#]?|b?['""#])$",
        Options | RegexOptions.Multiline
    );
    static readonly Regex Version = new(
        @"\b(?:version|ver|v|mailkit|mimekit|sdk|runtime|package|assembly)\b[\s""':=]*$",
        Options | RegexOptions.IgnoreCase
    );

    // What the next server told Exchange Online, not us.
    static readonly Regex QuotedReport = new(
        @"\[\s*M\s*e\s*s\s*s\s*a\s*g\s*e\s*=[^\]]*(?:\]|$)|(?<=responded with:? ?)""[^""]*(?:""|$)",
        Options | RegexOptions.IgnoreCase
    );

    // The client's own text, or the start of something new: a blank line, stack frame, log entry, next command or
    // positive reply.
    static readonly Regex End = new(
        @"\n[ \t]*(?:\n|at\s+[\w.$<>]+[.(]|\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?!\S*Z [0-9A-F]{8})|\w{3} +\d+ \d\d:\d\d:\d\d "
            + @"|[CS]: |~> |-> |<~|<- |CLIENT ->|SERVER ->|send: |reply: |[RT]x '|[23]\d\d[ -])"
            + @"|\b(?:C: |CLIENT -> SERVER:|Tx ')",
        Options
    );

    static readonly Regex Wrapper = new(
        string.Join(@"\s*", "notauthenticatedtosendmail.error:".Select(c => Regex.Escape(c.ToString()))),
        Options | RegexOptions.IgnoreCase
    );
    static readonly Regex Blanks = new(@"\s+", Options);
    static readonly Regex GoesOn = new(@"^\s*[a-z\[]", Options);

    /// <summary>The text after the codes on the same line.</summary>
    public string FirstLine { get; init; } = "";

    /// <summary>Whether the text was inside <c>530 5.7.57 … Error:</c>, whose codes do not apply to it.</summary>
    public bool IsInner { get; init; }

    /// <summary>Whether the codes are where a reply would have them, not in the middle of a sentence.</summary>
    public bool IsInPlace { get; init; }

    public bool HasCode => Code > 0 || Enhanced is not null;

    /// <summary>Every reply in a text, in order; the text between them is returned as replies without a code.</summary>
    /// <param name="text">The output of <see cref="PastedText.Plain"/>.</param>
    public static IEnumerable<ReplyText> All(string text)
    {
        text = QuotedReport.Replace(text, "");
        var starts = Start
            .Matches(text)
            .Cast<Match>()
            .Where(start => start.Groups["code"].Success || !Version.IsMatch(Before(text, start.Index)))
            .ToList();
        yield return WithoutCode(text, 0, starts.Count > 0 ? starts[0].Index : text.Length);
        for (var i = 0; i < starts.Count; i++)
        {
            var first = starts[i];
            var said = Between(text, starts, i);
            while (i + 1 < starts.Count && IsContinued(text, starts[i], starts[i + 1]))
            {
                var line = said.LastIndexOf('\n');
                said = (line < 0 ? said : said.Substring(0, line)) + " " + Between(text, starts, ++i).TrimStart();
            }
            var end = End.Match(said) is { Success: true } found ? found.Index : said.Length;
            var lineEnd = said.IndexOf('\n') is >= 0 and var at && at < end ? at : end;
            var reply = new ReplyText(first.Index, CodeOf(first), EnhancedOf(first), OneLine(said.Substring(0, end)))
            {
                FirstLine = OneLine(said.Substring(0, lineEnd)),
                IsInPlace = first.Groups["code"].Success || Place.IsMatch(Before(text, first.Index)),
            };
            // System.Net.Mail continues after a refused sign-in: "530 5.7.57 … Error: 535 …".
            if (!(i + 1 < starts.Count && IsWrapper(reply.Text)))
                yield return reply.Innermost();
            if (end < said.Length)
                yield return WithoutCode(said, end, said.Length) with
                {
                    At = first.Index + first.Length + end,
                };
        }
    }

    static ReplyText WithoutCode(string text, int from, int to) =>
        new(from, 0, null, OneLine(text.Substring(from, to - from)));

    static bool IsWrapper(string text) =>
        Wrapper.Match(text) is { Success: true } wrapper && wrapper.Index + wrapper.Length == text.Length;

    // Each line of a reply repeats the code, after any log prefix: 535-… up to 535 ….
    static bool IsContinued(string text, Match line, Match next)
    {
        if (CodeOf(line) == 0 || CodeOf(line) != CodeOf(next))
            return false;
        var code = line.Groups["code"];
        var breakBetween = text.IndexOf('\n', line.Index, next.Index - line.Index) >= 0;
        if (!breakBetween)
            return false;
        return text[code.Index + code.Length] == '-'
            || (
                EnhancedOf(line) is { } enhanced
                && enhanced == EnhancedOf(next)
                && GoesOn.IsMatch(text.Substring(next.Index + next.Length))
            );
    }

    static string Between(string text, List<Match> starts, int i)
    {
        var from = starts[i].Index + starts[i].Length;
        return text.Substring(from, (i + 1 < starts.Count ? starts[i + 1].Index : text.Length) - from);
    }

    /// <summary>The refusal inside <c>530 5.7.57 … Error: …</c> that has no code of its own.</summary>
    ReplyText Innermost() =>
        Wrapper.IsMatch(Text) ? this with { Text = Inside(Text), FirstLine = Inside(FirstLine), IsInner = true } : this;

    static string Inside(string text) =>
        Wrapper.Match(text) is { Success: true } wrapper
            ? text.Substring(wrapper.Index + wrapper.Length).TrimStart()
            : "";

    static int CodeOf(Match start) =>
        start.Groups["code"] is { Success: true } code ? int.Parse(code.Value, CultureInfo.InvariantCulture) : 0;

    static string? EnhancedOf(Match start) =>
        start.Groups["enhanced"] is { Success: true } enhanced ? enhanced.Value : null;

    static string Before(string text, int at) => text.Substring(Math.Max(0, at - 40), Math.Min(40, at));

    static string OneLine(string text) => Blanks.Replace(text, " ").TrimStart(' ', ':', '-', ',', ')', ']').TrimEnd();
}
