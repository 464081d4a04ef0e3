using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Messages.Bodies;

/// <summary>How a message's text, its other views and its attachments become MimeKit's body.</summary>
/// <param name="Subtype">The expression for the text's subtype.</param>
/// <param name="Builder">Null where a single text part is all there is.</param>
internal sealed record BodyPlan(string Subtype, BuilderPlan? Builder)
{
    public static BodyPlan? Of(MessageUses uses, SemanticModel model)
    {
        if (BodySubtype.Of(uses, model) is not { } subtype) return null;
        if (!uses.Writes.Any(BuilderPlan.Needs)) return new BodyPlan(subtype, null);
        return BuilderPlan.Of(uses, subtype, model) is { } builder ? new BodyPlan(subtype, builder) : null;
    }

    /// <summary>A text part of its own.</summary>
    public string Part(ExpressionSyntax text, Wording to) => $"new {to.Types.Name("TextPart")}({Subtype}) {{ Text = {NullText.OrEmpty(text, to.Model)} }}";

    public IReadOnlyList<Setting>? Text(Write write, Wording to)
    {
        if (write.Form is not (WriteForm.Assign or WriteForm.Append)) return null;
        if (Builder is null) return [to.Assign("Body", Part(write.Value, to))];
        if (Builder.Made == write) return write.IsStatement ? [new Setting(Builder.Declaration(to))] : [];
        return [new Setting($"{Builder.Name}.{Builder.TextMember} {(write.Form == WriteForm.Append ? "+=" : "=")} {write.Value}")];
    }

    public IReadOnlyList<Setting>? View(Write write, Wording to) =>
        Each(write, value => to.Parts.Creation(value, write) is { } made && ViewText.Read(made, to.Model) is { } view ? new Setting($"{Builder!.Name}.{view.Member} = {view.Text}") : null);

    public IReadOnlyList<Setting>? Attachment(Write write, Wording to) =>
        Each(write, value => to.Parts.Creation(value, write) is { } made && AttachmentText.Arguments(made, write, to) is { } arguments ? new Setting($"{Builder!.Name}.Attachments.Add({arguments})") : null);

    static IReadOnlyList<Setting>? Each(Write write, Func<ExpressionSyntax, Setting?> say) =>
        write.Form == WriteForm.List || write is { Form: WriteForm.Add, Values.Count: 1 } ? write.Values.Select(say).AllOrNull() : null;
}
