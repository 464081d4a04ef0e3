using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using M365Smtp.Analyzers.Scanning;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>Reads JSON as Microsoft.Extensions.Configuration does: comments and trailing commas are allowed. Stores
/// only positions; strings are created on demand.</summary>
/// <param name="breaks">Receives the positions of errors in a text to be read despite them; null to stop at the first
/// error.</param>
internal sealed partial class JsonTokenReader(SourceText source, ImmutableArray<int>.Builder? breaks = null)
{
    // System.Text.Json's limit: deeper nesting cannot be read at run time either.
    const int DeepestNesting = 64;

    readonly TextWindow text = new(source);

    // One bit per level: set for an array.
    ulong arrays;
    bool isFirst;
    TextSpan name,
        value;
    bool isNameEscaped,
        isValueEscaped,
        isString;

    public int Position { get; private set; }

    /// <summary>The number of open objects and arrays.</summary>
    public int Depth { get; private set; }

    /// <summary>Whether the innermost of them is an array.</summary>
    public bool IsInArray => (arrays >> (Depth - 1) & 1) != 0;

    /// <summary>The position of the last member name; empty for array members.</summary>
    public TextSpan NameSpan => name;

    /// <summary>The position of the last value, without its quotes.</summary>
    public TextSpan ValueSpan => value;

    public string Name => Text(name, isNameEscaped);

    /// <summary>The value with its escapes resolved; numbers and booleans as written; null for null.</summary>
    public string? Value => Text(value, isValueEscaped) is var read && read == "null" && !isString ? null : read;

    public JsonToken Read()
    {
        if (Depth == 0)
            return Position == 0 ? Begin() : End();
        SkipTrivia();
        if (TakeEnd())
            return JsonToken.Close;
        if (!isFirst)
        {
            if (!Take(',') && !Overlook())
                return JsonToken.Broken;
            SkipTrivia();
            if (TakeEnd())
                return JsonToken.Close;
        }
        name = default;
        return IsInArray || TakeName() ? TakeValue() : JsonToken.Broken;
    }

    /// <summary>Returns to a member of the root object, to be read next.</summary>
    public void MoveTo(int memberStart) => (Position, Depth, arrays, isFirst) = (memberStart, 1, 0, true);

    JsonToken Begin()
    {
        Take('\uFEFF');
        SkipTrivia();
        return Take('{') ? Open(array: false) : JsonToken.Broken;
    }

    JsonToken End()
    {
        SkipTrivia();
        return Position == text.Length ? JsonToken.End : JsonToken.Broken;
    }

    bool TakeEnd()
    {
        if (!Take(IsInArray ? ']' : '}'))
            return false;
        Depth--;
        isFirst = false;
        return true;
    }

    bool TakeName()
    {
        if (!TakeString(out name, out isNameEscaped))
            return false;
        SkipTrivia();
        if (!Take(':'))
            return false;
        SkipTrivia();
        return true;
    }

    JsonToken TakeValue()
    {
        if (Take('{'))
            return Open(array: false);
        if (Take('['))
            return Open(array: true);
        isString = text[Position] == '"';
        if (!(isString ? TakeString(out value, out isValueEscaped) : TakeWord()))
            return JsonToken.Broken;
        isFirst = false;
        return JsonToken.Value;
    }

    JsonToken Open(bool array)
    {
        if (Depth == DeepestNesting)
            return JsonToken.Broken;
        arrays = array ? arrays | 1UL << Depth : arrays & ~(1UL << Depth);
        Depth++;
        isFirst = true;
        return JsonToken.Open;
    }

    // A number, true, false or null.
    bool TakeWord()
    {
        var start = Position;
        while (char.IsLetterOrDigit(text[Position]) || text[Position] is '+' or '-' or '.')
            Position++;
        (value, isValueEscaped) = (TextSpan.FromBounds(start, Position), false);
        if (
            text[start] is '-' or (>= '0' and <= '9')
            || (value.Length is 4 or 5 && text.Part(value) is "true" or "false" or "null")
        )
            return true;
        Position = start;
        return false;
    }

    bool TakeString(out TextSpan span, out bool isEscaped)
    {
        (span, isEscaped) = (default, false);
        if (!Take('"'))
            return false;
        var start = Position;
        while (true)
        {
            // A local counter, because most of a file is skipped here.
            var next = Position;
            while (text[next] is >= ' ' and not ('"' or '\\'))
                next++;
            Position = next;
            if (text[next] != '\\')
                break;
            isEscaped = true;
            if (!SkipEscape() && !Overlook())
                return false;
            Position++;
        }
        span = TextSpan.FromBounds(start, Position = Math.Min(Position, text.Length));
        return Take('"');
    }

    // Leaves the position on the last character of the escape.
    bool SkipEscape()
    {
        var c = text[++Position];
        if (c != 'u')
            return c is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't';
        for (var i = 1; i <= 4; i++)
            if (text[Position + i] is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
                return false;
        Position += 4;
        return true;
    }

    string Text(TextSpan span, bool isEscaped) => isEscaped ? Unescaped(text.Part(span)) : text.Part(span);

    static string Unescaped(string written)
    {
        var read = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
            read.Append(written[i] == '\\' && i + 1 < written.Length ? Escaped(written, ref i) : written[i]);
        return read.ToString();
    }

    // Leaves the index on the last character of the escape. An invalid escape was accepted before and stays unchanged.
    static char Escaped(string written, ref int i)
    {
        switch (written[++i])
        {
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u'
                when i + 4 < written.Length
                    && ushort.TryParse(
                        written.Substring(i + 1, 4),
                        NumberStyles.AllowHexSpecifier,
                        CultureInfo.InvariantCulture,
                        out var code
                    ):
                i += 4;
                return (char)code;
            default:
                return written[i];
        }
    }

    bool Take(char expected)
    {
        if (text[Position] != expected || Position >= text.Length)
            return false;
        Position++;
        return true;
    }

    void SkipTrivia()
    {
        while (Position < text.Length)
        {
            var next = Position;
            while (text[next] is ' ' or '\t' or '\r' or '\n')
                next++;
            Position = next;
            if (text[next] != '/')
                return;
            if (text[next + 1] == '/')
                SkipLine();
            else if (text[next + 1] == '*')
                SkipComment();
            else
                return;
        }
    }

    void SkipLine()
    {
        while (Position < text.Length && text[Position] != '\n')
            Position++;
    }

    void SkipComment()
    {
        for (Position += 2; Position < text.Length; Position++)
            if (text[Position] == '*' && text[Position + 1] == '/')
            {
                Position += 2;
                return;
            }
    }
}
