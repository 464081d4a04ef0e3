using System.Xml;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>Reads an XML configuration file: elements become sections, attributes their values; <c>add</c>,
/// <c>param</c>, <c>setting</c> and leaf elements become values.</summary>
internal sealed class XmlSettingsReader
{
    // Far deeper than any configuration file.
    const int DeepestNesting = 64;

    static readonly XmlReaderSettings Tolerant = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    readonly SettingsSource source;
    readonly XmlPlaces places;
    readonly Stack<XmlElementBuilder> open = new();
    SettingsSection? root;

    XmlSettingsReader(SettingsSource source) => (this.source, places) = (source, new XmlPlaces(source.Text));

    /// <summary>An unnamed section with the contents of the root element, or null for text that is not
    /// well-formed.</summary>
    public static SettingsSection? Read(SettingsSource source)
    {
        try
        {
            return new XmlSettingsReader(source).Document();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    SettingsSection? Document()
    {
        using var reader = XmlReader.Create(new StringReader(source.Text.TrimStart('\uFEFF')), Tolerant);
        while (reader.Read())
            if (!Step(reader))
                return null;
        return root;
    }

    bool Step(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var isEmpty = reader.IsEmptyElement;
                open.Push(Element(reader));
                if (isEmpty)
                    Close();
                return open.Count <= DeepestNesting;
            case XmlNodeType.EndElement:
                Close();
                return true;
            case XmlNodeType.Text:
                open.Peek().Text(reader.Value, places.Text(reader));
                return true;
            default:
                return true;
        }
    }

    XmlElementBuilder Element(XmlReader reader)
    {
        var nameSpan = places.Name(reader);
        // The root element (<configuration>, <nlog>) is not part of a key.
        var section =
            open.Count == 0
                ? new SectionBuilder(source, "", reader.LocalName, nameSpan)
                : open.Peek().Section.Open(reader.LocalName, nameSpan);
        while (reader.MoveToNextAttribute())
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
                section.Add(reader.LocalName, reader.Value, places.AttributeValue(reader));
        return new XmlElementBuilder(section);
    }

    void Close()
    {
        var element = open.Pop();
        if (open.Count == 0)
            root = element.Section.Close();
        else
            element.AddTo(open.Peek());
    }
}
