using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>Builds sections from a JSON text: from all of it, or from some members of its root object.</summary>
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

    /// <summary>The root object, or null for text that is not a JSON object.</summary>
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

    /// <summary>The root object with only these members, whose positions come from an outline of the same
    /// text.</summary>
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

    /// <summary>The readable part, and the positions where the text is not JSON. A missing comma is ignored; otherwise
    /// the member of a root list that contains the error is skipped.</summary>
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
        while (tokens.Depth == 0 && root is null)
            Close();
    }
}
