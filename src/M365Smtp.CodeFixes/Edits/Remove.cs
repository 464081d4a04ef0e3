using System.Text.RegularExpressions;
using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Edits;

/// <summary>Deletes the statement or initializer member at a position, and its line if nothing else is on it.</summary>
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
                // 'a.X = b.X = true' and '() => a.X = true': the value is used elsewhere, or nothing would be left.
                case AssignmentExpressionSyntax { Parent: not ExpressionStatementSyntax }:
                    return [];
            }
        return [];
    }

    static IReadOnlyList<TextChange> Statement(ExpressionStatementSyntax statement, SourceText text) =>
        statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax
            ? [Delete(text.WithItsLines(WithItsComment(statement, text)))]
            : [new TextChange(statement.Span, "{ }")];

    /// <summary>
    /// A comment right above goes too if it is about this statement: nothing follows directly, or it names what is
    /// removed.
    /// </summary>
    static TextSpan WithItsComment(ExpressionStatementSyntax statement, SourceText text)
    {
        var (line, last) = (text.Lines.IndexOf(statement.SpanStart), text.Lines.IndexOf(statement.Span.End));
        var first = line;
        while (first > 0 && text.Lines[first - 1].ToString().TrimStart().StartsWith("//", StringComparison.Ordinal))
            first--;
        if (first == line || !text.IsFirstOnLine(statement.SpanStart))
            return statement.Span;
        var comment = text.ToString(TextSpan.FromBounds(text.Lines[first].Start, text.Lines[line].Start));
        var below = last + 1 < text.Lines.Count ? text.Lines[last + 1].ToString().Trim() : "";
        var standsAlone = below.Length == 0 || below[0] is '}' or '/' or '#';
        return
            standsAlone
            || Words(statement.Expression).Any(word => comment.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            ? TextSpan.FromBounds(
                text.Lines[first].Start + text.Indentation(text.Lines[first].Start).Length,
                statement.Span.End
            )
            : statement.Span;
    }

    // 'ServerCertificateValidationCallback': Server, Certificate, Validation, Callback
    static IEnumerable<string> Words(ExpressionSyntax removed) =>
        removed
            is AssignmentExpressionSyntax
        {
            Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member }
        }
            ? Regex.Matches(member, "[A-Z][a-z]{5,}").Cast<Match>().Select(word => word.Value)
            : [];

    static IReadOnlyList<TextChange> Member(
        ExpressionSyntax member,
        InitializerExpressionSyntax initializer,
        SourceText text
    )
    {
        var members = initializer.Expressions;
        // A comment or '#if' between the braces keeps them.
        if (
            members.Count == 1
            && initializer.Parent is BaseObjectCreationExpressionSyntax creation
            && initializer
                .DescendantTrivia()
                .All(trivia => trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia)
        )
            return
            [
                new TextChange(
                    TextSpan.FromBounds(initializer.OpenBraceToken.GetPreviousToken().Span.End, initializer.Span.End),
                    creation.ArgumentList is null ? "()" : ""
                ),
            ];
        var index = members.IndexOf(member);
        if (index < members.SeparatorCount)
            return
            [
                Delete(text.WithItsLine(TextSpan.FromBounds(member.SpanStart, members.GetSeparator(index).Span.End))),
            ];
        var own = Delete(text.WithItsLine(member.Span));
        return index == 0 ? [own] : [Delete(members.GetSeparator(index - 1).Span), own];
    }

    static TextChange Delete(TextSpan span) => new(span, "");
}
