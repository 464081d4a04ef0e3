using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Migration.Messages.Bodies;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>Rewrites, in place, the statements that give a message something.</summary>
internal static class StatementChanges
{
    public static IReadOnlyList<TextChange>? Of(MessageUses uses, MimeKitWriter to)
    {
        var text = uses.Source.New.SyntaxTree.GetText();
        var changes = new List<TextChange>();
        foreach (var write in uses.Writes.Where(write => write.IsStatement))
        {
            if (MessageMembers.Map(write, to) is not { } settings)
                return null;
            if (write.Expression.Parent != write.At)
            {
                if (settings is not [var only])
                    return null;
                changes.Add(new TextChange(write.Expression.Span, only.Statement));
            }
            else
                changes.Add(
                    Rewritten(
                        (ExpressionStatementSyntax)write.At,
                        [.. settings.Select(setting => setting.Statement)],
                        text
                    )
                );
        }
        return to.Body.Builder is { } builder ? [.. changes, .. Around(builder, to, text)] : changes;
    }

    static TextChange Rewritten(ExpressionStatementSyntax at, IReadOnlyList<string> statements, SourceText text)
    {
        var isElement = at.List() is not null;
        if (statements.Count == 0)
            return isElement ? new TextChange(text.WithItsLine(at.Span), "") : new TextChange(at.Span, "{ }");
        if (!isElement && statements.Count > 1)
            return new TextChange(at.Span, $"{{ {string.Join("; ", statements)}; }}");
        return new TextChange(at.Expression.Span, string.Join(";" + Next(at, text), statements));
    }

    static IEnumerable<TextChange> Around(BuilderPlan builder, MimeKitWriter to, SourceText text)
    {
        if (builder.Before is { } before)
            yield return TextChanges.Insert(before.SpanStart, builder.Declaration(to) + ";" + Next(before, text));
        if (builder.Until is { } until)
            yield return TextChanges.Insert(until.SpanStart, builder.Completion(to) + ";" + Next(until, text));
        if (builder.After is { } after)
            yield return Behind(after, [builder.Completion(to)], text);
    }

    /// <summary>Adds statements after a statement and the comment on its line.</summary>
    public static TextChange Behind(StatementSyntax statement, IReadOnlyList<string> further, SourceText text)
    {
        var last = statement.GetLastToken();
        var next = Next(statement, text);
        return TextChanges.Insert(
            next == " " ? last.Span.End : last.EndOfLine(),
            string.Concat(further.Select(one => $"{next}{one};"))
        );
    }

    /// <summary>The text between a statement and the next: a line break, unless they share a line.</summary>
    static string Next(StatementSyntax statement, SourceText text) =>
        text.IsFirstOnLine(statement.SpanStart)
        && (
            statement.GetLastToken().GetNextToken() is { RawKind: 0 }
            || !text.AreOnOneLine(statement.Span.End, statement.GetLastToken().GetNextToken().SpanStart)
        )
            ? text.LineBreak(statement.SpanStart) + text.Indentation(statement.SpanStart)
            : " ";
}
