using M365Smtp.Analyzers.Settings.Reading;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Tool.Lint.Reading;

/// <summary>Reads <c>.env</c> files: <c>NAME=value</c>, <c>export NAME="value"</c>, comments, quoted values over
/// several lines.</summary>
internal sealed class EnvReader(SettingsSource source)
{
    readonly string text = source.Text;
    int position;

    /// <exception cref="UnreadableException">A line is neither a variable nor a comment, or a quote is not
    /// closed.</exception>
    public static SettingsSection Read(SettingsSource source) => EnvironmentBlock.Of(new EnvReader(source).Variables());

    IEnumerable<Setting> Variables()
    {
        while (true)
        {
            Skip(char.IsWhiteSpace);
            if (position == text.Length)
                yield break;
            if (text[position] == '#')
                SkipLine();
            else if (Variable() is { } variable)
                yield return variable;
        }
    }

    // Null for a name alone, which passes on a variable of the shell.
    Setting? Variable()
    {
        if (string.CompareOrdinal(text, position, "export ", 0, 7) == 0)
            position += 7;
        Skip(IsBlank);
        var start = position;
        Skip(c => char.IsLetterOrDigit(c) || c is '_' or '.' or '-' or ':');
        var name = text[start..position];
        Skip(IsBlank);
        if (name.Length == 0)
            throw Unreadable(start, "neither NAME=value nor a comment");
        if (IsAtEnd || text[position] == '#')
        {
            SkipLine();
            return null;
        }
        if (text[position] is not '=')
            throw Unreadable(start, "neither NAME=value nor a comment");
        position++;
        Skip(IsBlank);
        return IsAtEnd ? new(source, name, "", new TextSpan(position, 0))
            : text[position] is '"' or '\'' ? Quoted(name, text[position])
            : Plain(name);
    }

    Setting Quoted(string name, char quote)
    {
        var start = ++position;
        while (position < text.Length && text[position] != quote)
            position += quote == '"' && text[position] == '\\' ? 2 : 1;
        if (position >= text.Length)
            throw Unreadable(start, "a quote that is never closed");
        var value = text[start..position];
        var span = TextSpan.FromBounds(start, position);
        SkipLine();
        return new(source, name, quote == '"' ? EnvironmentBlock.Known(value) : value, span);
    }

    Setting Plain(string name)
    {
        var start = position;
        while (!IsAtEnd && !(text[position] == '#' && IsBlank(text[position - 1])))
            position++;
        var value = text[start..position].TrimEnd();
        SkipLine();
        return new(source, name, EnvironmentBlock.Known(value), new TextSpan(start, value.Length));
    }

    bool IsAtEnd => position == text.Length || text[position] is '\r' or '\n';

    static bool IsBlank(char c) => c is ' ' or '\t';

    void Skip(Predicate<char> skipped)
    {
        while (position < text.Length && skipped(text[position]))
            position++;
    }

    void SkipLine() => Skip(c => c is not ('\r' or '\n'));

    UnreadableException Unreadable(int at, string what) => new(what, text.AsSpan(0, at).Count('\n') + 1);
}
