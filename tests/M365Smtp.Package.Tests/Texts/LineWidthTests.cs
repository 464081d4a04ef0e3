using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace M365Smtp.Package.Tests.Texts;

/// <summary>Lines can be read without scrolling: at most 120 characters. Only a literal may be longer.</summary>
public sealed class LineWidthTests
{
    const int Widest = 120;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("bench")]
    [InlineData("samples")]
    public void No_line_of_code_is_wider(string folder)
    {
        var wide = Directory
            .EnumerateFiles(Repo.Path(folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !IsGenerated(path))
            .SelectMany(TooWide);
        Assert.True(!wide.Any(), string.Join('\n', wide));
    }

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
                or SyntaxKind.InterpolatedStringStartToken
                or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8StringLiteralToken;

    static bool IsGenerated(string path) =>
        path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        || path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        || path.Contains("LegacyMailer", StringComparison.Ordinal)
        || path.Contains("Templates", StringComparison.Ordinal);
}
