using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Analyzers.Settings.Sections;
using M365Smtp.Tool.Lint.Reading;

namespace M365Smtp.Tool.Lint.Fixing;

/// <summary>The changed lines of a file as a unified diff without context. Other values on these lines, which may be secrets, are masked.</summary>
internal static class Difference
{
    public static IEnumerable<string> Lines(string path, string before, string after)
    {
        yield return "--- " + path;
        yield return "+++ " + path;
        // A fix replaces values and never touches a line end, so lines keep their numbers.
        var (old, changed) = (Masked(path, before), Masked(path, after));
        var (oldText, newText) = (before.Split('\n'), after.Split('\n'));
        for (var i = 0; i < oldText.Length; i++)
        {
            if (oldText[i] == newText[i]) continue;
            yield return $"@@ -{i + 1} +{i + 1} @@";
            yield return "-" + old[i].TrimEnd('\r');
            yield return "+" + changed[i].TrimEnd('\r');
        }
    }

    static string[] Masked(string path, string text)
    {
        if (SettingsReading.Read(new(path, IsNamed: true), text) is not { } file) return [];
        var lines = text.Split('\n');
        foreach (var setting in Values(file.Root).Where(setting => !MayBeShown(setting)).OrderByDescending(setting => setting.Span.Start))
        {
            var place = setting.Origin.Location.GetLineSpan();
            var (line, start, end) = (place.StartLinePosition.Line, place.StartLinePosition.Character, place.EndLinePosition.Character);
            if (place.EndLinePosition.Line == line && end <= lines[line].Length) lines[line] = string.Concat(lines[line].AsSpan(0, start), "***", lines[line].AsSpan(end));
        }
        return lines;
    }

    // What an address or a connection string holds besides a host may be a password.
    static bool MayBeShown(Setting setting) => setting.Span.IsEmpty || KeyName.Of(setting.Name).Role switch
    {
        KeyRole.Secret => false,
        KeyRole.User or KeyRole.From or KeyRole.Mailbox => true,
        KeyRole.None => setting.Value is { Length: < 6 } word && word.All(char.IsAsciiLetterOrDigit),
        _ => setting.Value?.IndexOfAny(['=', '@', ';']) is null or -1,
    };

    static IEnumerable<Setting> Values(SettingsSection section) => section.Settings.Concat(section.Sections.SelectMany(Values));
}
