using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Tests.Harness;

/// <summary>Source with <c>[|marked|]</c> places. A line <c>// file: Name.cs</c> begins another file; the first is Mail.cs.</summary>
internal sealed record MarkedCode(IReadOnlyList<MarkedFile> Files)
{
    public static MarkedCode Parse(string source)
    {
        var parts = Regex.Split(source, @"^// file: (.+)\n", RegexOptions.Multiline);
        var files = new List<MarkedFile> { MarkedFile.Parse("Mail.cs", parts[0]) };
        for (var i = 1; i < parts.Length; i += 2) files.Add(MarkedFile.Parse(parts[i], parts[i + 1]));
        return new MarkedCode(files);
    }

    public IEnumerable<(string Path, TextSpan Span)> Marks => Files.SelectMany(file => file.Marks.Select(span => (file.Path, span)));
}

internal sealed record MarkedFile(string Path, string Text, IReadOnlyList<TextSpan> Marks)
{
    public static MarkedFile Parse(string name, string source)
    {
        var pieces = Regex.Split(source, @"\[\||\|\]");
        Assert.True(pieces.Length % 2 == 1, "A mark [|…|] has no end.");
        var marks = new List<TextSpan>();
        var length = 0;
        for (var i = 0; i < pieces.Length; length += pieces[i++].Length)
            if (i % 2 == 1) marks.Add(new TextSpan(length, pieces[i].Length));
        return new MarkedFile("/src/" + name, string.Concat(pieces), marks);
    }
}
