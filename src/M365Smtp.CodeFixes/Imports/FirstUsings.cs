using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Imports;

/// <summary>Using directives for a file without any: below its header, above its first declaration.</summary>
internal static class FirstUsings
{
    static readonly string[] HeaderWords = ["copyright", "licen", "(c)", "©", "auto-generated"];

    public static TextChange Inserted(CompilationUnitSyntax file, IEnumerable<string> lines, SourceText text)
    {
        var lineBreak = text.LineBreak(0);
        var position = file.Externs.LastOrDefault()?.FullSpan.End ?? BelowHeader(file, text);
        var isSetOff = position == 0 || file.Externs.Count > 0 || IsEmptyLine(text, position - 1);
        return TextChanges.Insert(
            position,
            (isSetOff ? "" : lineBreak)
                + string.Concat(lines.Select(line => line + lineBreak))
                + (IsEmptyLine(text, position) ? "" : lineBreak)
        );
    }

    /// <summary>Right above the first declaration, its comments, and what opens around it.</summary>
    static int BelowHeader(CompilationUnitSyntax file, SourceText text)
    {
        var first = file.GetFirstToken();
        // No tool reads a comment on a namespace.
        var isNamespace = first.Parent is BaseNamespaceDeclarationSyntax;
        var (end, comments, open) = (0, 0, 0);
        var isHeader = isNamespace;
        foreach (var trivia in first.LeadingTrivia)
        {
            var next = NextLine(trivia, text);
            if (next > first.SpanStart)
                break;
            if (trivia.IsDirective)
            {
                open += Opened(trivia);
                isHeader = isNamespace;
                if (open == 0)
                    end = next;
            }
            else if (IsComment(trivia))
            {
                comments = next;
                isHeader |= IsAboutFile(trivia);
            }
            else if (trivia.IsKind(SyntaxKind.EndOfLineTrivia) && IsEmptyLine(text, trivia.SpanStart) && open == 0)
            {
                end = Math.Max(end, comments);
                isHeader = isNamespace;
            }
            if (isHeader && open == 0)
                end = Math.Max(end, comments);
        }
        return end;
    }

    static int Opened(SyntaxTrivia directive) =>
        directive.Kind() switch
        {
            SyntaxKind.IfDirectiveTrivia or SyntaxKind.RegionDirectiveTrivia => 1,
            SyntaxKind.EndIfDirectiveTrivia or SyntaxKind.EndRegionDirectiveTrivia => -1,
            _ => 0,
        };

    static bool IsComment(SyntaxTrivia trivia) =>
        trivia.Kind()
            is SyntaxKind.SingleLineCommentTrivia
                or SyntaxKind.MultiLineCommentTrivia
                or SyntaxKind.SingleLineDocumentationCommentTrivia
                or SyntaxKind.MultiLineDocumentationCommentTrivia;

    static bool IsAboutFile(SyntaxTrivia comment) =>
        comment.ToFullString() is var words
        && HeaderWords.Any(word => words.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    static bool IsEmptyLine(SourceText text, int position) =>
        string.IsNullOrWhiteSpace(text.Lines.GetLineFromPosition(position).ToString());

    // A directive and a documentation comment include their line break.
    static int NextLine(SyntaxTrivia trivia, SourceText text) =>
        text.Lines.GetLineFromPosition(Math.Max(trivia.FullSpan.Start, trivia.FullSpan.End - 1)).EndIncludingLineBreak;
}
