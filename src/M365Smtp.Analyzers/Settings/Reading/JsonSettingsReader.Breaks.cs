using System.Collections.Immutable;

namespace M365Smtp.Analyzers.Settings.Reading;

// For a file that somebody wants to hear about: what is broken in it, and what it says all the same.
internal sealed partial class JsonSettingsReader
{
    // The root and its lists: of their members, a broken one goes and the others stay.
    const int Kept = 2;

    ImmutableArray<int>.Builder? breaks;

    /// <summary>What can be read, and where the text is not JSON. A missing comma is overlooked; else the member of a list of the root goes in which the text breaks.</summary>
    public static (SettingsSection Root, ImmutableArray<int> Breaks) ReadOn(SettingsSource source)
    {
        var breaks = ImmutableArray.CreateBuilder<int>();
        var reader = new JsonSettingsReader(source, onlyTraces: false) { breaks = breaks };
        var root = reader.Document();
        if (root is null || reader.position < reader.text.Length) breaks.Add(reader.position);
        return (root ?? new SectionBuilder(source, "", "", default).Close(), breaks.Distinct().ToImmutableArray());
    }

    bool Overlook()
    {
        breaks?.Add(position);
        return breaks is not null;
    }

    bool ReadOnBehindBreak()
    {
        if (!Overlook()) return false;
        var depth = Math.Max(0, open.Count - Kept);
        for (var i = 0; i < depth; i++) open.Pop();
        if (depth == 0) SkipOne();
        else open.Peek().Skip();
        while (depth > 0 && position < text.Length)
        {
            depth += text[position] switch { '{' or '[' => 1, '}' or ']' => -1, _ => 0 };
            SkipOne();
        }
        if (position == text.Length) CloseAll();
        return true;
    }

    // A string that is not closed ends with its line.
    void SkipOne()
    {
        if (position >= text.Length) return;
        var isString = text[position++] == '"';
        while (isString && position < text.Length && text[position] != '\n')
        {
            if (text[position] == '\\') position++;
            else if (text[position] == '"') isString = false;
            position = Math.Min(position + 1, text.Length);
        }
    }

    void CloseAll()
    {
        for (; open.Count > 1;)
        {
            var closed = open.Pop().Close();
            open.Peek().Add(closed);
        }
        root = open.Pop().Close();
    }
}
