using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace M365Smtp.Package.Tests.Texts;

/// <summary>A line can be read without scrolling: 120 characters. What cannot be broken, a literal, may be longer.</summary>
public sealed class LineWidthTests
{
    const int Widest = 120;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("bench")]
    [InlineData("samples")]
    public void No_line_of_code_is_wider(string folder) =>
        Assert.Empty(
            from path in Directory.EnumerateFiles(Repo.Path(folder), "*.cs", SearchOption.AllDirectories)
            where !IsGenerated(path)
            from line in TooWide(path)
            select line
        );

    static IEnumerable<string> TooWide(string path)
    {
        var text = File.ReadAllText(path);
        if (!text.Split('\n').Any(line => line.TrimEnd('\r').Length > Widest))
            yield break;
        var tree = CSharpSyntaxTree.ParseText(text);
        var lines = tree.GetText().Lines;
        var literals = tree.GetRoot().DescendantTokens().Where(IsLiteral).Select(token => token.Span).ToList();
        foreach (var line in lines.Where(line => line.Span.Length > Widest))
            if (!literals.Exists(literal => literal.OverlapsWith(line.Span)))
                yield return $"{Path.GetRelativePath(Repo.Root, path)}({line.LineNumber + 1})";
    }

    static bool IsLiteral(SyntaxToken token) =>
        token.Kind()
            is SyntaxKind.StringLiteralToken
                or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8StringLiteralToken;

    static bool IsGenerated(string path) =>
        path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        || path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        || path.Contains("LegacyMailer", StringComparison.Ordinal);
}
