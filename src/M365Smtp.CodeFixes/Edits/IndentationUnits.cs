using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Edits;

/// <summary>How a file indents.</summary>
internal static class IndentationUnits
{
    /// <summary>One step, as the file's own blocks and types take it; four blanks where it shows none.</summary>
    public static string IndentationUnit(this SyntaxNode root)
    {
        var text = root.GetText();
        return Steps(root, text).GroupBy(step => step).OrderByDescending(same => same.Count()).FirstOrDefault()?.Key
            ?? "    ";
    }

    /// <summary>A line that was written with four blanks a step.</summary>
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
