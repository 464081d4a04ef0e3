using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>The arguments and the initializer of a creation, minus what is now written elsewhere.</summary>
internal static class InitializerChanges
{
    /// <param name="first">Members that come before all others.</param>
    /// <param name="members">Maps each member of the initializer to one member, several or none.</param>
    public static IEnumerable<TextChange> Of(
        BaseObjectCreationExpressionSyntax made,
        IReadOnlyList<string> first,
        IReadOnlyDictionary<ExpressionSyntax, IReadOnlyList<string>> members,
        bool keepsArguments,
        SourceText text
    )
    {
        var (isExplicit, isEmptied) = (
            made is ObjectCreationExpressionSyntax,
            members.Values.All(texts => texts.Count == 0)
        );
        var own = first.Count > 0 && isEmptied ? $" {{ {string.Join(", ", first)} }}" : "";
        var arguments = made.ArgumentList is { Arguments.Count: > 0 } list && !keepsArguments ? list : null;
        if (arguments is not null)
            yield return new TextChange(
                arguments.Span,
                (isExplicit && (own.Length > 0 || !isEmptied) ? "" : "()") + own
            );
        if (made.Initializer is not { Expressions.Count: > 0 } initializer)
            yield break;
        if (isEmptied)
            yield return new TextChange(
                TextSpan.FromBounds(initializer.OpenBraceToken.GetPreviousToken().Span.End, initializer.Span.End),
                made.ArgumentList is null ? "()" : ""
            );
        else
            foreach (var change in Members(initializer, members, text))
                yield return change;
        if (first.Count > 0 && !isEmptied)
            yield return TextChanges.Insert(
                initializer.Expressions[0].SpanStart,
                string.Concat(first.Select(member => member + Separator(initializer.Expressions[0], text)))
            );
    }

    static IEnumerable<TextChange> Members(
        InitializerExpressionSyntax initializer,
        IReadOnlyDictionary<ExpressionSyntax, IReadOnlyList<string>> members,
        SourceText text
    )
    {
        var all = initializer.Expressions;
        var lastKept = all.LastIndexOf(member => members[member].Count > 0);
        for (var i = 0; i < all.Count; i++)
            if (members[all[i]].Count > 0)
                yield return new TextChange(all[i].Span, string.Join(Separator(all[i], text), members[all[i]]));
            else if (i < all.SeparatorCount)
                yield return Delete(TextSpan.FromBounds(all[i].SpanStart, all.GetSeparator(i).Span.End), text);
            else
                yield return Delete(all[i].Span, text);
        // The comma before a removed last member.
        if (lastKept < all.Count - 1 && all.SeparatorCount < all.Count)
            yield return new TextChange(all.GetSeparator(lastKept).Span, "");
    }

    static string Separator(ExpressionSyntax member, SourceText text) =>
        text.IsFirstOnLine(member.SpanStart)
            ? "," + text.LineBreak(member.SpanStart) + text.Indentation(member.SpanStart)
            : ", ";

    static TextChange Delete(TextSpan span, SourceText text) => new(text.WithItsLine(span), "");
}
