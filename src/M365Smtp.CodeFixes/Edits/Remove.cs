using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Edits;

/// <summary>Deletes the statement or the initializer member that holds a place, and its line where nothing else stands on it.</summary>
internal static class Remove
{
    public static IReadOnlyList<TextChange> Changes(Place place)
    {
        foreach (var node in place.Root.FindNode(place.Span, getInnermostNodeForTie: true).AncestorsAndSelf())
            switch (node)
            {
                case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } member
                    when initializer.IsKind(SyntaxKind.ObjectInitializerExpression):
                    return Member(member, initializer, place.Text);
                case ExpressionStatementSyntax statement:
                    return Statement(statement, place.Text);
                // 'a.X = b.X = true' and '() => a.X = true': the value has another reader, or nothing would be left.
                case AssignmentExpressionSyntax { Parent: not ExpressionStatementSyntax }:
                    return [];
            }
        return [];
    }

    static IReadOnlyList<TextChange> Statement(ExpressionStatementSyntax statement, SourceText text) =>
        statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax
            ? [Delete(text.WithItsLine(statement.Span))]
            : [new TextChange(statement.Span, "{ }")];

    static IReadOnlyList<TextChange> Member(ExpressionSyntax member, InitializerExpressionSyntax initializer, SourceText text)
    {
        var members = initializer.Expressions;
        var index = members.IndexOf(member);
        if (index < members.SeparatorCount)
            return [Delete(text.WithItsLine(TextSpan.FromBounds(member.SpanStart, members.GetSeparator(index).Span.End)))];
        var own = Delete(text.WithItsLine(member.Span));
        return index == 0 ? [own] : [Delete(members.GetSeparator(index - 1).Span), own];
    }

    static TextChange Delete(TextSpan span) => new(span, "");
}
