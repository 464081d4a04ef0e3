using System.Text.RegularExpressions;
using M365Smtp.Analyzers.Settings.Reading;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Tool.Lint.Reading;

/// <summary>
/// Adjacent values in a view or a script: the members of an object, the attributes of a tag.
/// </summary>
/// <param name="Members">By name; duplicates are excluded.</param>
/// <param name="Text">The whole text, including nested objects.</param>
internal sealed record Preset(IReadOnlyList<Setting> Members, string Text);

/// <summary>
/// Finds object literals and tags with literal values in views and scripts (<c>.cshtml</c>, <c>.razor</c>, <c>.ts</c>,
/// <c>.js</c>, <c>.vue</c>). Comments are skipped; nothing else of these languages is parsed.
/// </summary>
internal sealed partial class PresetReader(SettingsSource source)
{
    // Deeper nesting is data.
    const int DeepestNesting = 64;

    readonly string text = source.Text;

    public static IReadOnlyList<Preset> Read(SettingsSource source)
    {
        var reader = new PresetReader(source);
        return [.. reader.Objects(), .. reader.Tags()];
    }

    IEnumerable<Preset> Objects()
    {
        var open = new Stack<(int Start, List<Setting> Members)>();
        var position = 0;
        while (position < text.Length)
        {
            if (Skipped().Match(text, position) is { Success: true } skipped && skipped.Index == position)
                position += skipped.Length;
            else if (
                open.Count > 0
                && Member().Match(text, position) is { Success: true } member
                && member.Index == position
            )
            {
                open.Peek().Members.Add(SettingOf(member.Groups["name"].Value, member.Groups["value"]));
                position = member.Groups["value"].Index + member.Groups["value"].Length;
            }
            else if (Text().Match(text, position) is { Success: true } quoted && quoted.Index == position)
                position += quoted.Length;
            else
            {
                if (text[position] == '{' && open.Count < DeepestNesting)
                    open.Push((position, []));
                else if (text[position] == '}' && open.TryPop(out var closed))
                    yield return Of(closed.Members, closed.Start, position + 1);
                position = NextWord(position);
            }
        }
    }

    IEnumerable<Preset> Tags() =>
        from Match tag in Tag().Matches(text)
        let attributes = Attribute().Matches(tag.Value)
        select new Preset(
            Once([
                .. attributes.Select(one => new Setting(
                    source,
                    one.Groups["name"].Value,
                    one.Groups["value"].Value,
                    new TextSpan(tag.Index + one.Groups["value"].Index, one.Groups["value"].Length)
                )),
            ]),
            tag.Value
        );

    Preset Of(List<Setting> members, int start, int end) => new(Once(members), text[start..end]);

    // If two values have the same name, it is unknown which applies.
    static IReadOnlyList<Setting> Once(IEnumerable<Setting> members) =>
        [
            .. members
                .GroupBy(member => member.Name, StringComparer.OrdinalIgnoreCase)
                .Where(same => same.Count() == 1)
                .Select(same => same.First()),
        ];

    Setting SettingOf(string name, Group value)
    {
        var quotes = value.Value[0] is '"' or '\'' ? 1 : 0;
        var span = new TextSpan(value.Index + quotes, value.Length - 2 * quotes);
        return new(source, name.Trim('"', '\''), text.Substring(span.Start, span.Length), span);
    }

    // A name is only matched from its first letter.
    int NextWord(int position)
    {
        if (!IsLetter(text[position]))
            return position + 1;
        while (position < text.Length && IsLetter(text[position]))
            position++;
        return position;
    }

    static bool IsLetter(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    [GeneratedRegex("""\G(?://[^\r\n]*|/\*.*?\*/|<!--.*?-->|@\*.*?\*@)""", RegexOptions.Singleline)]
    private static partial Regex Skipped();

    [GeneratedRegex(
        """\G(?<name>[A-Za-z_$][\w$]*|"[\w\- ]+"|'[\w\- ]+')\s*(?::|=(?![=>]))\s*(?<value>"[^"\\\r\n]*"|'[^'\\\r\n]*'|\d+\b|true\b|false\b)(?=\s*[,;}\r\n])"""
    )]
    private static partial Regex Member();

    [GeneratedRegex("""\G(?:"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|`(?:[^`\\]|\\.)*`)""", RegexOptions.Singleline)]
    private static partial Regex Text();

    [GeneratedRegex("""<[A-Za-z][^<>]*\bdata-[^<>]*>""")]
    private static partial Regex Tag();

    [GeneratedRegex(
        """\sdata-(?<name>[\w-]+)\s*=\s*"(?<value>[^"]*)"|\sdata-(?<name>[\w-]+)\s*=\s*'(?<value>[^']*)'"""
    )]
    private static partial Regex Attribute();
}
