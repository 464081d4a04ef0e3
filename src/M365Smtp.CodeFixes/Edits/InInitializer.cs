using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Edits;

/// <summary>
/// Sets a property in an object initializer and keeps its layout: on one or several lines, with or without a trailing
/// comma.
/// </summary>
internal static class InInitializer
{
    public static IReadOnlyList<TextChange> Changes(
        Place place,
        InitializerExpressionSyntax initializer,
        string property,
        string value
    )
    {
        if (!initializer.IsKind(SyntaxKind.ObjectInitializerExpression) || initializer.CloseBraceToken.IsMissing)
            return [];
        if (initializer.Expressions.Assigned(property) is { } assigned)
            return [new TextChange(assigned.Span, value)];
        // Between #if and #endif a member does not end at the same place in every build.
        if (initializer.ContainsDirectives)
            return [];
        var member = $"{property} = {value}";
        return initializer.Expressions.LastOrDefault() is { } last
            ? After(last, initializer, member, place.Text)
            : First(initializer, member, place.Text);
    }

    static IReadOnlyList<TextChange> First(InitializerExpressionSyntax initializer, string member, SourceText text)
    {
        var (open, close) = (initializer.OpenBraceToken, initializer.CloseBraceToken);
        return text.AreOnOneLine(open.SpanStart, close.SpanStart)
            ? [TextChanges.Insert(open.Span.End, $" {member}{(close.SpanStart == open.Span.End ? " " : "")}")]
            :
            [
                TextChanges.Insert(
                    open.EndOfLine(),
                    $"{text.LineBreak(open.SpanStart)}{text.Indentation(close.SpanStart)}    {member}"
                ),
            ];
    }

    static IReadOnlyList<TextChange> After(
        ExpressionSyntax last,
        InitializerExpressionSyntax initializer,
        string member,
        SourceText text
    )
    {
        if (
            !text.IsFirstOnLine(last.SpanStart)
            || text.AreOnOneLine(last.Span.End, initializer.CloseBraceToken.SpanStart)
        )
            return [TextChanges.Insert(last.Span.End, $", {member}")];
        var line = $"{text.LineBreak(last.SpanStart)}{text.Indentation(last.SpanStart)}{member}";
        return initializer.Expressions.GetWithSeparators().Last().AsToken() is { RawKind: not 0 } lastComma
            ? [TextChanges.Insert(lastComma.EndOfLine(), line + ",")]
            : [TextChanges.Insert(last.Span.End, ","), TextChanges.Insert(last.GetLastToken().EndOfLine(), line)];
    }
}
