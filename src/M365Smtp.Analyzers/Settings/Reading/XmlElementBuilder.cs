using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>An XML element whose end has not been read yet; once closed, it becomes a value of its parent or a
/// section.</summary>
internal sealed class XmlElementBuilder(SectionBuilder section)
{
    (string Value, TextSpan Span)? text;

    public SectionBuilder Section => section;

    public void Text(string value, TextSpan span) => text = (value.Trim(), span);

    public void AddTo(XmlElementBuilder parent)
    {
        var closed = section.Close();
        if (Pair(closed) is { } pair)
            parent.Section.Add(pair.Name, pair.Value, pair.Span);
        else if (closed.Settings.IsEmpty && closed.Sections.IsEmpty && text is var (value, span))
            parent.Section.Add(closed.Name, value, span);
        else
            parent.Section.Add(closed);
    }

    // <add key="k" value="v"/>, <add name="n" connectionString="v"/>, <param name="n" value="v"/>,
    // <setting name="n"><value>v</value></setting>, <entry><key>k</key><value>v</value></entry>, <smtpHost value="v"/>
    static Setting? Pair(SettingsSection element)
    {
        if (!element.Sections.IsEmpty)
            return null;
        var value = element.Find("value") ?? element.Find("connectionString");
        if (value is null)
            return null;
        if ((element.Find("key") ?? element.Find("name"))?.Value is { } name)
            return value with { Name = name };
        return element.Settings.Length == 1 ? value with { Name = element.Name } : null;
    }
}
