using System.Xml;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>Turns the line and column of an XML reader into the span of the current node.</summary>
internal sealed class XmlPlaces
{
    readonly string text;
    readonly List<int> lineStarts = [];

    public XmlPlaces(string text)
    {
        this.text = text;
        lineStarts.Add(text.StartsWith("\uFEFF", StringComparison.Ordinal) ? 1 : 0);
        // XML recognizes fewer line endings than SourceText, so its lines are counted here.
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                lineStarts.Add(i + 1);
    }

    /// <summary>The name of the current element or attribute.</summary>
    public TextSpan Name(XmlReader reader) => new(Offset(reader), reader.Name.Length);

    /// <summary>The value of the current attribute, without its quotes.</summary>
    public TextSpan AttributeValue(XmlReader reader)
    {
        var quote = text.IndexOfAny(['"', '\''], Offset(reader) + reader.Name.Length);
        return TextSpan.FromBounds(quote + 1, text.IndexOf(text[quote], quote + 1));
    }

    /// <summary>The current text, without surrounding whitespace.</summary>
    public TextSpan Text(XmlReader reader)
    {
        var start = Offset(reader);
        var end = text.IndexOf('<', start) is var next and >= 0 ? next : text.Length;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return TextSpan.FromBounds(start, end);
    }

    int Offset(XmlReader reader)
    {
        var place = (IXmlLineInfo)reader;
        return lineStarts[place.LineNumber - 1] + place.LinePosition - 1;
    }
}
