using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>Reads JSON as Microsoft.Extensions.Configuration does: comments and trailing commas are fine, a broken file is none.</summary>
internal sealed partial class JsonSettingsReader
{
    // System.Text.Json's limit: what nests deeper cannot be read at run time either.
    const int DeepestNesting = 64;

    readonly SettingsSource source;
    readonly string text;
    readonly bool onlyTraces;
    readonly Stack<SectionBuilder> open = new();
    SettingsSection? root;
    int position;

    JsonSettingsReader(SettingsSource source, bool onlyTraces) => (this.source, text, this.onlyTraces) = (source, source.Text, onlyTraces);

    /// <summary>The root object, or null for a text that is no JSON object.</summary>
    /// <param name="onlyTraces">Leaves out what the root object holds and no host can stand in, so that a long file costs little memory.</param>
    public static SettingsSection? Read(SettingsSource source, bool onlyTraces = false) => new JsonSettingsReader(source, onlyTraces).Document();

    SettingsSection? Document()
    {
        Take('\uFEFF');
        SkipTrivia();
        if (!Take('{')) return null;
        open.Push(new SectionBuilder(source, "", "", default));
        while (root is null)
            if (!Step() && !ReadOnBehindBreak()) return null;
        SkipTrivia();
        return position == text.Length || breaks is not null ? root : null;
    }

    // One member, or the end of the section: no recursion, however deep the file.
    bool Step()
    {
        var section = open.Peek();
        SkipTrivia();
        if (TakeEnd(section)) return true;
        if (!section.IsEmpty)
        {
            if (!Take(',') && !Overlook()) return false;
            SkipTrivia();
            if (TakeEnd(section)) return true;
        }
        if (section.IsArray) return Value(section, section.NextIndex, default);
        if (!Take('"') || !String(out var name, out var span)) return false;
        SkipTrivia();
        if (!Take(':')) return false;
        SkipTrivia();
        return Value(section, name, span);
    }

    bool TakeEnd(SectionBuilder section)
    {
        if (!Take(section.IsArray ? ']' : '}')) return false;
        open.Pop();
        if (open.Count == 0) root = section.Close();
        else if (!onlyTraces || open.Count > 1 || source.HasTrace(TextSpan.FromBounds(section.NameSpan.Start, position))) open.Peek().Add(section.Close());
        else open.Peek().Skip();
        return true;
    }

    bool Value(SectionBuilder section, string name, TextSpan nameSpan)
    {
        if (Take('{')) return Open(section.Open(name, nameSpan));
        if (Take('[')) return Open(section.Open(name, nameSpan, array: true));
        string? value;
        TextSpan span;
        if (!(Take('"') ? String(out value, out span) : Word(out value, out span))) return false;
        section.Add(name, value, span);
        return true;
    }

    bool Open(SectionBuilder section)
    {
        open.Push(section);
        return open.Count <= DeepestNesting;
    }

    // A number, true, false or null.
    bool Word(out string? value, out TextSpan span)
    {
        var start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] is '+' or '-' or '.')) position++;
        span = TextSpan.FromBounds(start, position);
        var word = text.Substring(start, position - start);
        value = word == "null" ? null : word;
        if (word is "true" or "false" or "null" || (word.Length > 0 && (word[0] == '-' || word[0] is >= '0' and <= '9'))) return true;
        position = start;
        return false;
    }

    bool String([NotNullWhen(true)] out string? value, out TextSpan span)
    {
        var start = position;
        StringBuilder? unescaped = null;
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (c == '"')
            {
                span = TextSpan.FromBounds(start, position);
                value = unescaped?.ToString() ?? text.Substring(start, span.Length);
                position++;
                return true;
            }
            if (c < ' ') break;
            if (c == '\\')
            {
                unescaped ??= new StringBuilder(text, start, position - start, 64);
                if (!Escape(out c) && !Overlook()) break;
            }
            unescaped?.Append(c);
        }
        position = Math.Min(position, text.Length);
        (value, span) = (null, default);
        return false;
    }

    // Leaves the position on the last character of the escape.
    bool Escape(out char c)
    {
        c = ++position < text.Length ? text[position] : '\0';
        switch (c)
        {
            case '"' or '\\' or '/': return true;
            case 'b': c = '\b'; return true;
            case 'f': c = '\f'; return true;
            case 'n': c = '\n'; return true;
            case 'r': c = '\r'; return true;
            case 't': c = '\t'; return true;
            case 'u' when position + 4 < text.Length && ushort.TryParse(text.Substring(position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                (c, position) = ((char)code, position + 4);
                return true;
            default: return false;
        }
    }

    bool Take(char expected)
    {
        if (position >= text.Length || text[position] != expected) return false;
        position++;
        return true;
    }

    void SkipTrivia()
    {
        while (position < text.Length)
        {
            if (text[position] is ' ' or '\t' or '\r' or '\n') position++;
            else if (At("//")) position = End(text.IndexOf('\n', position), 0);
            else if (At("/*")) position = End(text.IndexOf("*/", position + 2, StringComparison.Ordinal), 2);
            else return;
        }
    }

    bool At(string token) => string.CompareOrdinal(text, position, token, 0, token.Length) == 0;

    int End(int found, int length) => found < 0 ? text.Length : found + length;
}
