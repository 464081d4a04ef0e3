using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Tests.Harness;

/// <summary>
/// Source with <c>[|marked|]</c> places. A line <c>// file: Name.cs</c> begins another file; the first is Mail.cs.
/// </summary>
internal sealed record MarkedCode(IReadOnlyList<MarkedFile> Files)
{
    public static MarkedCode Parse(string source)
    {
        var parts = Regex.Split(source, @"^// file: (.+)\n", RegexOptions.Multiline);
        var files = new List<MarkedFile> { MarkedFile.Parse("Mail.cs", parts[0]) };
        for (var i = 1; i < parts.Length; i += 2)
            files.Add(MarkedFile.Parse(parts[i], parts[i + 1]));
        return new MarkedCode(files);
    }

    public IEnumerable<(string Path, TextSpan Span)> Marks =>
        Files.SelectMany(file => file.Marks.Select(span => (file.Path, span)));
}

internal sealed record MarkedFile(string Path, string Text, IReadOnlyList<TextSpan> Marks)
{
    public static MarkedFile Parse(string name, string source)
    {
        var text = "";
        var open = new Stack<int>();
        var marks = new List<TextSpan>();
        foreach (var piece in Regex.Split(source, @"(\[\||\|\])"))
            if (piece == "[|")
                open.Push(text.Length);
            else if (piece == "|]")
                marks.Add(TextSpan.FromBounds(open.Pop(), text.Length));
            else
                text += piece;
        Assert.Empty(open);
        return new MarkedFile("/src/" + name, text, marks);
    }
}
