using System.Text;
using System.Text.RegularExpressions;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Analyzers.Settings.Sections;
using M365Smtp.Tool.Lint.Reading;

namespace M365Smtp.Tool.Lint.Fixing;

/// <summary>A settings file in a form for screens and build logs: keys, hosts, ports, switches and logins are shown.
/// Anything else may be a secret.</summary>
internal sealed partial class MaskedText
{
    const string Mask = Shown.Mask;

    // Keys that the readers do not use to name a setting.
    static readonly string[] OtherKeys =
    [
        "export",
        "name",
        "value",
        "key",
        "environment",
        "env",
        "data",
        "stringData",
        "variables",
    ];

    readonly string text;
    readonly SettingsFormat format;
    readonly HashSet<string> keys = new(OtherKeys, StringComparer.OrdinalIgnoreCase);
    readonly List<Setting> values = [];
    readonly StringBuilder masked = new();

    MaskedText(string path, string text)
    {
        (this.text, format) = (text, SettingsFormats.Of(path));
        if (SettingsReading.Read(new(path, IsNamed: true), text) is { } file)
            Collect(file.Root);
        values.Sort((a, b) => a.Span.Start - b.Span.Start);
    }

    /// <param name="other">The file with other values in the same places. Differences are shown: no fix changes a
    /// secret.</param>
    public static string[] Lines(string path, string text, string other)
    {
        var (own, counterpart) = (new MaskedText(path, text), new MaskedText(path, other));
        var position = 0;
        for (var i = 0; i < own.values.Count; i++)
        {
            var setting = own.values[i];
            // Two readings of one place: a connection string and its parts.
            if (setting.Span.Start < position)
                continue;
            own.Gap(text[position..setting.Span.Start]);
            own.Value(
                setting,
                own.values.Count == counterpart.values.Count ? counterpart.TextOf(counterpart.values[i]) : null
            );
            position = setting.Span.End;
        }
        own.Gap(text[position..]);
        return own.masked.ToString().Split('\n');
    }

    void Collect(SettingsSection section)
    {
        keys.Add(section.Name);
        foreach (var setting in section.Settings)
        {
            keys.Add(setting.Name);
            values.Add(setting);
        }
        foreach (var inner in section.Sections)
            Collect(inner);
    }

    string TextOf(Setting setting) => text.Substring(setting.Span.Start, setting.Span.Length);

    void Value(Setting setting, string? counterpart)
    {
        var written = TextOf(setting);
        masked.Append(
            MayBeShown(setting, written) ? written
            : counterpart is not null && counterpart != written ? Changed(written, counterpart)
            : Hidden(written)
        );
    }

    // Besides the host, an address or a connection string may contain a password.
    static bool MayBeShown(Setting setting, string written) =>
        bool.TryParse(written, out _)
        || KeyName.Of(setting.Name).Role switch
        {
            KeyRole.Host => HostName().IsMatch(written),
            KeyRole.Port => int.TryParse(written, out _),
            KeyRole.User or KeyRole.From or KeyRole.Mailbox => Shown.IsName(written),
            _ => written.Length == 0,
        };

    // In a longer value, only the words that differ.
    static string Changed(string written, string other)
    {
        var (start, end) = (0, written.Length);
        while (start < Math.Min(end, other.Length) && written[start] == other[start])
            start++;
        while (
            end > start
            && other.Length - (written.Length - end) > start
            && written[end - 1] == other[^(written.Length - end + 1)]
        )
            end--;
        while (start > 0 && IsOfWord(written[start - 1]))
            start--;
        while (end < written.Length && IsOfWord(written[end]))
            end++;
        // Mask anything but a plain word, such as a host with more text after it.
        var shown = written[start..end];
        return (start > 0 ? Mask : "")
            + (shown.All(c => IsOfWord(c) || c == '@') ? shown : Mask)
            + (end < written.Length ? Mask : "");
    }

    static bool IsOfWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_';

    // The text between values: punctuation, keys and comments.
    void Gap(string gap)
    {
        var position = 0;
        foreach (
            Match comment in (
                format switch
                {
                    SettingsFormat.Json => JsonComment(),
                    SettingsFormat.Xml => XmlComment(),
                    _ => LineComment(),
                }
            ).Matches(gap)
        )
        {
            Keys(gap[position..comment.Index]);
            masked.Append(CommentText().Replace(comment.Value, Mask));
            position = comment.Index + comment.Length;
        }
        Keys(gap[position..]);
    }

    void Keys(string gap) =>
        masked.Append(
            Word()
                .Replace(
                    gap,
                    word =>
                        word.Value.Split("__").All(keys.Contains)
                        || format == SettingsFormat.Xml && IsXmlName(gap, word)
                            ? word.Value
                            : Mask
                )
        );

    // The name of an element or an attribute.
    static bool IsXmlName(string gap, Match word) =>
        word.Index > 0 && gap[word.Index - 1] is '<' or '?'
        || gap.AsSpan(0, word.Index).EndsWith("</", StringComparison.Ordinal)
        || gap.AsSpan(word.Index + word.Length).StartsWith("=", StringComparison.Ordinal);

    static string Hidden(string written) => Line().Replace(written, Mask);

    [GeneratedRegex(@"^[\w.-]+(:\d+)?$")]
    private static partial Regex HostName();

    [GeneratedRegex(@"//[^\n]*|/\*.*?(\*/|$)", RegexOptions.Singleline)]
    private static partial Regex JsonComment();

    [GeneratedRegex("<!--.*?(-->|$)", RegexOptions.Singleline)]
    private static partial Regex XmlComment();

    [GeneratedRegex(@"(?<=^|\s|['""])#[^\n]*")]
    private static partial Regex LineComment();

    // All words of a line, without surrounding punctuation.
    [GeneratedRegex(@"[^\s/*<!>#-]\S*([ \t]+(?!\*/|-->)\S+)*")]
    private static partial Regex CommentText();

    [GeneratedRegex(@"[\p{L}\p{N}_@$%\\][^\s{}\[\],:=<>/""'()]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[^\r\n]+")]
    private static partial Regex Line();
}
