using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace M365Smtp.Package.Tests.Docs;

/// <summary>The public types and members of an assembly with the first sentences of their documentation.</summary>
sealed partial class ApiReference(Assembly assembly)
{
    const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // The members that the compiler adds to every record need no documentation.
    static readonly HashSet<string> OfEveryRecord =
        ["Equals", "GetHashCode", "ToString", "Deconstruct", "<Clone>$", "PrintMembers", "EqualityContract"];

    readonly Dictionary<string, string> summaries = XDocument
        .Load(Path.ChangeExtension(assembly.Location, ".xml"))
        .Descendants("member")
        .SelectMany(Documented)
        .GroupBy(one => one.Name)
        .ToDictionary(same => same.Key, same => same.First().Words);

    public string Markdown(string library)
    {
        var text = new StringBuilder();
        text.Append($"# {library}: API reference\n\n");
        text.Append("Drawn from the XML documentation, which has parameters and exceptions too.\n");
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append($"\n## {Shown(type)}\n\n{Summary("T:" + type.FullName!.Replace('+', '.'))}\n");
            var rows = Rows(type).ToList();
            if (rows.Count > 0)
                text.Append("\n| Member | Meaning |\n|---|---|\n");
            foreach (var (name, summary) in rows)
                text.Append($"| `{name}` | {summary} |\n");
        }
        return text.ToString();
    }

    IEnumerable<(string Name, string Summary)> Rows(Type type)
    {
        var of = type.FullName!.Replace('+', '.');
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => (name, Summary($"F:{of}.{name}")));
        var properties = type.GetProperties(Declared)
            .Select(property => (property.Name, Summary: Summary($"P:{of}.{property.Name}")));
        var methods = type.GetMethods(Declared)
            .Where(method => !method.IsSpecialName)
            .Select(method => (Name: method.Name + "()", Summary: Summary($"M:{of}.{method.Name}")));
        var fields = type.GetFields(Declared).Select(field => (field.Name, Summary: Summary($"F:{of}.{field.Name}")));
        return properties
            .Concat(fields)
            .Concat(methods)
            .Where(member => !OfEveryRecord.Contains(member.Name.TrimEnd('(', ')')))
            .DistinctBy(member => member.Name)
            .OrderBy(member => member.Name, StringComparer.Ordinal);
    }

    string Summary(string name) => summaries.GetValueOrDefault(name, "");

    // A record documents its properties as parameters.
    static IEnumerable<(string Name, string Words)> Documented(XElement member)
    {
        var name = Name(member.Attribute("name")!.Value);
        yield return (name, Words(member.Element("summary")));
        if (!name.StartsWith("T:", StringComparison.Ordinal))
            yield break;
        foreach (var parameter in member.Elements("param"))
            yield return ($"P:{name[2..]}.{parameter.Attribute("name")!.Value}", Words(parameter));
    }

    // Overloads share the documentation of the first: "M:N.T.Send(System.String)" is listed as "M:N.T.Send".
    static string Name(string id) =>
        id.StartsWith("M:", StringComparison.Ordinal) && id.IndexOf('(') is > 0 and var open ? id[..open] : id;

    static string Shown(Type type) => type.FullName![(type.Namespace!.Length + 1)..].Replace('+', '.');

    static string Words(XElement? summary)
    {
        if (summary is null)
            return "";
        foreach (var see in summary.Descendants().Where(element => element.Attribute("cref") is not null).ToList())
            see.ReplaceWith($"`{see.Attribute("cref")!.Value.Split('(')[0].Split('.')[^1]}`");
        foreach (var code in summary.Descendants("c").ToList())
            code.ReplaceWith($"`{code.Value}`");
        return Blanks().Replace(summary.Value, " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
