using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Migration.Messages.Bodies;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>
/// The creation of a message: its type, arguments, initializer, and the statements that must follow it.
/// </summary>
internal static class CreationChanges
{
    public static IReadOnlyList<TextChange>? Of(MessageUses uses, MimeKitWriter to)
    {
        var (source, text) = (uses.Source, uses.Source.New.SyntaxTree.GetText());
        var changes = new List<TextChange>(Types(source, to));
        var (first, members) = (new List<string>(), new Dictionary<ExpressionSyntax, IReadOnlyList<string>>());
        var (following, building) = (new List<string>(), new List<string>());
        var hasRoom = StatementList.In(source.Holder) is not null;
        var keepsArguments =
            source.New.ArgumentList?.Arguments.Count == 4 && to.Body.Builder is not { StartsAtCreation: true };
        if (!keepsArguments && IsGivenTwice(uses))
            return null;
        if (keepsArguments)
        {
            if (Arguments(uses, to) is not { } arguments)
                return null;
            changes.AddRange(arguments);
        }
        foreach (
            var write in uses.Writes.Where(write =>
                !write.IsStatement && !(keepsArguments && write.At is ArgumentSyntax)
            )
        )
        {
            if (MessageMembers.Map(write, to) is not { } settings)
                return null;
            var areMembers =
                settings.All(setting => setting.Member is not null) && (write.At is not ArgumentSyntax || !hasRoom);
            if (!areMembers)
                (BuilderPlan.IsOfBody(write) ? building : following).AddRange(
                    settings.Select(setting => setting.Statement)
                );
            else if (write.At is ArgumentSyntax)
                first.AddRange(settings.Select(setting => setting.Member!));
            if (write.At is ExpressionSyntax member)
                members[member] = areMembers ? [.. settings.Select(setting => setting.Member!)] : [];
        }
        if (to.Body.Builder is { StartsAtCreation: true } builder)
        {
            following.AddRange([builder.Declaration(to), .. building]);
            if (builder is { After: null, Until: null })
                following.Add(builder.Completion(to));
        }
        changes.AddRange(InitializerChanges.Of(source.New, first, members, keepsArguments, text));
        if (following.Count == 0)
            return changes;
        return Following(source.Holder, following, text) is { } inserted ? [.. changes, inserted] : null;
    }

    // Values from arguments would be set after the initializer.
    static bool IsGivenTwice(MessageUses uses) =>
        uses
            .Writes.Where(write => write.At is ArgumentSyntax)
            .Any(argument => uses.Writes.Any(write => write.Member == argument.Member && write.At is ExpressionSyntax));

    static IEnumerable<TextChange> Types(MessageSource source, MimeKitWriter to)
    {
        var type = source.Declared is NullableTypeSyntax nullable ? nullable.ElementType : source.Declared;
        if (type is not null)
            yield return new TextChange(type.Span, to.Types.Name("MimeMessage"));
        if (source.New is ObjectCreationExpressionSyntax made)
            yield return new TextChange(made.Type.Span, to.Types.Name("MimeMessage"));
    }

    /// <summary>From, to, subject and body have the same order and names in both libraries.</summary>
    static IReadOnlyList<TextChange>? Arguments(MessageUses uses, MimeKitWriter to)
    {
        var isNew = uses.Source.New.Knows((LanguageVersion)1200);
        string? Listed(string? address) =>
            address is null ? null
            : isNew ? $"[{address}]"
            : $"new[] {{ {address} }}";
        return
            uses
                .Writes.Where(write => write.At is ArgumentSyntax)
                .Select(write =>
                    write.Member switch
                    {
                        "From" => Listed(to.Addresses.One(write.Value)),
                        "To" => to.Addresses.IsOne(write.Value)
                            ? Listed(to.Addresses.One(write.Value))
                            : to.Addresses.Several(write.Value),
                        "Subject" => MessageText.OrEmpty(write.Value, to.Model),
                        _ => to.Body.Part(write, to),
                    }
                )
                .AllOrNull()
                is { } texts
            ?
            [
                .. uses
                    .Writes.Where(write => write.At is ArgumentSyntax)
                    .Zip(texts, (write, argument) => new TextChange(write.Value.Span, argument)),
            ]
            : null;
    }

    static TextChange? Following(StatementSyntax? holder, IReadOnlyList<string> statements, SourceText text)
    {
        if (StatementList.In(holder) is not { } list)
            return null;
        if (holder is not UsingStatementSyntax)
            return StatementChanges.Behind(holder!, statements, text);
        var (open, next) = (((BlockSyntax)list).OpenBraceToken, ((BlockSyntax)list).OpenBraceToken.GetNextToken());
        var between = text.AreOnOneLine(open.SpanStart, next.SpanStart)
            ? " "
            : text.LineBreak(open.SpanStart) + text.Indentation(next.SpanStart);
        return TextChanges.Insert(
            between == " " ? open.Span.End : open.EndOfLine(),
            string.Concat(statements.Select(statement => $"{between}{statement};"))
        );
    }
}
