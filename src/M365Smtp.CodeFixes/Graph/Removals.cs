using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Graph;

/// <summary>Removes statements and methods from a file.</summary>
internal static class Removals
{
    /// <summary>Null if the result would make no sense, such as an empty try block.</summary>
    public static IReadOnlyList<TextChange>? Of(IReadOnlyList<SyntaxNode> gone, SourceText text)
    {
        var changes = new List<TextChange>();
        foreach (var group in gone.Distinct().GroupBy(node => node.Parent))
        {
            var isAll = group.Key is BlockSyntax { Statements.Count: var count } && count == group.Count();
            if (isAll && group.Key is { Parent: FinallyClauseSyntax { Parent: TryStatementSyntax attempt } last })
            {
                if (attempt.Catches.Count == 0)
                    return null;
                var span = TextSpan.FromBounds(last.FinallyKeyword.GetPreviousToken().Span.End, last.Span.End);
                changes.Add(new TextChange(span, ""));
                continue;
            }
            if (isAll && group.Key is not { Parent: MemberDeclarationSyntax })
                return null;
            if (
                group.Key
                is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax or TypeDeclarationSyntax)
            )
                return null;
            changes.AddRange(group.Select(node => new TextChange(text.WithItsLines(SpanOf(node)), "")));
        }
        return changes;
    }

    // A method is removed together with its comments.
    static TextSpan SpanOf(SyntaxNode node) =>
        node is MethodDeclarationSyntax && node.GetLeadingTrivia().FirstOrDefault(IsSaid) is { RawKind: > 0 } first
            ? TextSpan.FromBounds(first.FullSpan.Start, node.Span.End)
            : node.Span;

    static bool IsSaid(SyntaxTrivia trivia) =>
        trivia.ToFullString().TrimStart().StartsWith("//", StringComparison.Ordinal);
}
