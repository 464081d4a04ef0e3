using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Messages.Bodies;

/// <summary>A BodyBuilder for the message.</summary>
/// <param name="FirstText">The text passed to the builder's initializer, if it is the first.</param>
/// <param name="Before">The statement before which the builder is created, unless it is created with a text or right
/// after the message.</param>
/// <param name="After">The last statement that fills it, after which the body is built; null if that is the creation of
/// the message.</param>
/// <param name="Until">The statement before which the body must be built, if that is not right after
/// <paramref name="After"/>.</param>
internal sealed record BuilderPlan(
    string Name,
    MessageWrite? FirstText,
    string? MadeSubtype,
    StatementSyntax? Before,
    StatementSyntax? After,
    StatementSyntax? Until,
    bool StartsAtCreation
)
{
    public static bool Needs(MessageWrite write) =>
        write.Member is "Attachments" or "AlternateViews" || write is { Member: "Body", Form: WriteForm.Append };

    public static BuilderPlan? Of(
        MessageUses uses,
        IReadOnlyDictionary<MessageWrite, string> subtypes,
        SemanticModel model
    )
    {
        if (
            !subtypes.Values.All(subtype => subtype is BodySubtypes.Plain or BodySubtypes.Html)
            || !HasText(uses, model)
            || !ViewsFit(uses, subtypes, model)
        )
            return null;
        var (writes, home) = (uses.Writes.Where(IsOfBody).ToList(), StatementList.In(uses.Source.Holder));
        var startsAtCreation = writes.Any(write => !write.IsStatement);
        var list = StatementList
            .Around(uses.FirstSend)
            .FirstOrDefault(list =>
                (!startsAtCreation || list == home)
                && writes.All(write => !write.IsStatement || list.Span.Contains(write.At.Span))
            );
        if (list is null || home is null || !home.Span.Contains(list.Span))
            return null;
        var statements = writes
            .Where(write => write.IsStatement)
            .Select(write => StatementList.ElementOf(list, write.At))
            .OrderBy(statement => statement.SpanStart)
            .ToList();
        var (first, last) = (statements.FirstOrDefault(), statements.LastOrDefault());
        var isDoneBefore = last is null || last.Span.End <= StatementList.ElementOf(list, uses.FirstSend).SpanStart;
        if (!isDoneBefore && uses.Sends.Count > 1)
            return null;
        var until = isDoneBefore
            ? null
            : StatementList.ElementOf(StatementList.Around(uses.FirstSend).First(), uses.FirstSend);
        var made = startsAtCreation
            ? writes.FirstOrDefault(write => !write.IsStatement && write.Member == "Body")
            : writes.FirstOrDefault(write => write.At == first && write is { Member: "Body", Form: WriteForm.Assign });
        return new BuilderPlan(
            NameIn(uses, model),
            made,
            made is null ? null : subtypes[made],
            startsAtCreation || made is not null ? null : first,
            isDoneBefore ? last : null,
            until,
            startsAtCreation
        );
    }

    /// <summary>The member for a text of that subtype.</summary>
    public static string Member(string subtype) => subtype == BodySubtypes.Html ? "HtmlBody" : "TextBody";

    /// <summary>Without a semicolon.</summary>
    public string Declaration(MimeKitWriter to) =>
        $"var {Name} = new {to.Types.Name("BodyBuilder")}"
        + (
            FirstText is null || to.Model.GetConstantValue(FirstText.Value) is { HasValue: true, Value: null }
                ? "()"
                : $" {{ {Member(MadeSubtype!)} = {FirstText.Value} }}"
        );

    public string Completion(MimeKitWriter to) => $"{to.Message}.Body = {Name}.ToMessageBody()";

    public static bool IsOfBody(MessageWrite write) => write.Member is "Body" or "Attachments" or "AlternateViews";

    public static bool IsText(MessageWrite write) => write.Member is "Body" or "AlternateViews";

    // Without a text System.Net.Mail writes an empty part before the attachments; a builder does not.
    static bool HasText(MessageUses uses, SemanticModel model)
    {
        if (uses.Writes.Any(write => write.Member == "AlternateViews"))
            return true;
        var texts = uses.Writes.Where(write => write.Member == "Body").ToList();
        var grows = texts.Any(text => text.Form == WriteForm.Append);
        return texts.Count > 0
            && texts.All(text =>
                IsEmpty(text, model)
                    ? grows
                    : model.GetTypeInfo(text.Value).Nullability.FlowState != NullableFlowState.MaybeNull
            );
    }

    static bool IsEmpty(MessageWrite text, SemanticModel model) =>
        model.GetConstantValue(text.Value) is { HasValue: true, Value: null or "" };

    // A builder puts the plain text before the HTML and has one of each.
    static bool ViewsFit(MessageUses uses, IReadOnlyDictionary<MessageWrite, string> subtypes, SemanticModel model)
    {
        var views = uses.Writes.Where(write => write.Member == "AlternateViews").ToList();
        if (views.Count == 0)
            return true;
        if (subtypes.Values.Contains(BodySubtypes.Html) || views.Any(uses.IsRepeated))
            return false;
        var members = views
            .SelectMany(view => view.Values)
            .Select(value =>
                PartReader.CreationOf(value, model) is { } made ? ViewText.Read(made, model)?.Member : null
            )
            .ToList();
        if (uses.Writes.Any(write => write.Member == "Body" && !IsEmpty(write, model)))
            members.Insert(0, "TextBody");
        return members is ["TextBody"] or ["HtmlBody"] or ["TextBody", "HtmlBody"];
    }

    // With several messages, each has its own builder.
    static string NameIn(MessageUses uses, SemanticModel model)
    {
        var isOnly =
            uses.Source.Function.DescendantNodes()
                .OfType<BaseObjectCreationExpressionSyntax>()
                .Count(made => MessageSource.IsMessage(model.GetTypeInfo(made).Type)) == 1;
        return FreeNames.Like(
            isOnly ? "builder" : $"{uses.Source.Local!.Name}Builder",
            uses.Source.Function,
            model
        );
    }
}
