using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>Makes sections of a JSON text: of all of it, or of some members of its root object.</summary>
internal sealed class JsonSettingsReader
{
    readonly SettingsSource source;
    readonly JsonTokenReader tokens;
    readonly Stack<SectionBuilder> open = new();
    SettingsSection? root;

    JsonSettingsReader(SettingsSource source, JsonTokenReader tokens)
    {
        (this.source, this.tokens) = (source, tokens);
        open.Push(new SectionBuilder(source, "", "", default));
    }

    /// <summary>The root object, or null for a text that is no JSON object.</summary>
    public static SettingsSection? Read(SettingsSource source)
    {
        var tokens = new JsonTokenReader(source.Source);
        if (tokens.Read() != JsonToken.Open)
            return null;
        var reader = new JsonSettingsReader(source, tokens);
        while (reader.root is null)
            if (!reader.Step())
                return null;
        return tokens.Read() == JsonToken.End ? reader.root : null;
    }

    /// <summary>The root object with no more than these members, which start where an outline of the same text
    /// says.</summary>
    public static SettingsSection Read(SettingsSource source, IEnumerable<JsonMember> members)
    {
        var reader = new JsonSettingsReader(source, new JsonTokenReader(source.Source));
        foreach (var member in members)
        {
            reader.tokens.MoveTo(member.Span.Start);
            do reader.Step();
            while (reader.open.Count > 1);
        }
        return reader.open.Pop().Close();
    }

    /// <summary>What can be read, and where the text is not JSON. A missing comma is overlooked; else the member of a
    /// list of the root goes in which the text breaks.</summary>
    public static (SettingsSection Root, ImmutableArray<int> Breaks) ReadOn(SettingsSource source)
    {
        var breaks = ImmutableArray.CreateBuilder<int>();
        var tokens = new JsonTokenReader(source.Source, breaks);
        var reader = new JsonSettingsReader(source, tokens);
        var isObject = tokens.Read() == JsonToken.Open;
        if (!isObject)
            reader.Close();
        while (reader.root is null)
            if (!reader.Step())
                reader.SkipBreak();
        if (!isObject || tokens.Read() != JsonToken.End)
            breaks.Add(tokens.Position);
        return (reader.root, breaks.Distinct().ToImmutableArray());
    }

    // One member, or the end of a section: no recursion, however deep the file.
    bool Step()
    {
        switch (tokens.Read())
        {
            case JsonToken.Open:
                open.Push(open.Peek().Open(Name(), tokens.NameSpan, array: tokens.IsInArray));
                return true;
            case JsonToken.Value:
                open.Peek().Add(Name(), tokens.Value, tokens.ValueSpan);
                return true;
            case JsonToken.Close:
                Close();
                return true;
            default:
                return false;
        }
    }

    string Name() => open.Peek().IsArray ? open.Peek().NextIndex : tokens.Name;

    void Close()
    {
        var closed = open.Pop().Close();
        if (open.Count == 0)
            root = closed;
        else
            open.Peek().Add(closed);
    }

    void SkipBreak()
    {
        var lost = tokens.SkipBreak();
        for (var i = 0; i < lost; i++)
            open.Pop();
        if (lost > 0)
            open.Peek().Skip();
        while (tokens.Depth == 0 && root is null)
            Close();
    }
}
