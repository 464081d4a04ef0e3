using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Layout;

/// <summary>Detects how a file is indented.</summary>
internal static class IndentationUnits
{
    /// <summary>One indentation step, as used by the file's own blocks and types; four spaces if it has none.</summary>
    public static string IndentationUnit(this SyntaxNode root)
    {
        var text = root.GetText();
        return Steps(root, text).GroupBy(step => step).OrderByDescending(same => same.Count()).FirstOrDefault()?.Key
            ?? "    ";
    }

    /// <summary>Re-indents a line that was written with four spaces per step.</summary>
    public static string InUnits(this string line, string unit)
    {
        var steps = (line.Length - line.TrimStart(' ').Length) / 4;
        return string.Concat(Enumerable.Repeat(unit, steps)) + line.Substring(4 * steps);
    }

    static IEnumerable<string> Steps(SyntaxNode root, SourceText text)
    {
        foreach (var node in root.DescendantNodes())
        {
            (SyntaxToken Open, SyntaxNode? Inner) first = node switch
            {
                BlockSyntax { Statements: [var statement, ..] } block => (block.OpenBraceToken, statement),
                TypeDeclarationSyntax { Members: [var member, ..] } type => (type.OpenBraceToken, member),
                NamespaceDeclarationSyntax { Members: [var member, ..] } names => (names.OpenBraceToken, member),
                _ => default,
            };
            if (first.Inner is null || !text.IsFirstOnLine(first.Inner.SpanStart))
                continue;
            var (outer, own) = (text.Indentation(first.Open.SpanStart), text.Indentation(first.Inner.SpanStart));
            if (own.Length > outer.Length && own.StartsWith(outer, StringComparison.Ordinal))
                yield return own.Substring(outer.Length);
        }
    }
}
