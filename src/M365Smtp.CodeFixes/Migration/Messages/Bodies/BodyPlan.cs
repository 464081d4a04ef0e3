using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;

namespace M365Smtp.CodeFixes.Migration.Messages.Bodies;

/// <summary>How a message's text, alternate views and attachments become MimeKit's body.</summary>
/// <param name="Subtypes">The expression for the subtype of each text.</param>
/// <param name="Builder">Null if the body is a single text part.</param>
/// <param name="Encoding">The transfer encoding requested in the code; both libraries use the same names.</param>
internal sealed record BodyPlan(
    IReadOnlyDictionary<MessageWrite, string> Subtypes,
    BuilderPlan? Builder,
    string? Encoding = null
)
{
    public static BodyPlan? Of(MessageUses uses, SemanticModel model)
    {
        if (BodySubtypes.Of(uses, model) is not { } subtypes)
            return null;
        if (!uses.Writes.Any(BuilderPlan.Needs))
            return new BodyPlan(subtypes, null, EncodingOf(uses, model));
        return BuilderPlan.Of(uses, subtypes, model) is { } builder ? new BodyPlan(subtypes, builder) : null;
    }

    static string? EncodingOf(MessageUses uses, SemanticModel model) =>
        uses.Writes.FirstOrDefault(write => write.Member == "BodyTransferEncoding") is { Form: WriteForm.Assign } write
        && uses.IsAlwaysDone(write)
        && model.GetSymbolInfo(write.Value).Symbol
            is IFieldSymbol { Name: "QuotedPrintable" or "Base64", ContainingType.Name: "TransferEncoding" } encoding
            ? encoding.Name
            : null;

    /// <summary>A separate text part.</summary>
    public string Part(MessageWrite text, MimeKitWriter to)
    {
        var encoding = Encoding is null
            ? ""
            : $", ContentTransferEncoding = {to.Types.Name("ContentEncoding")}.{Encoding}";
        return $"new {to.Types.Name("TextPart")}({Subtypes[text]}) {{ Text = {MessageText.OrEmpty(text.Value, to.Model)}{encoding} }}";
    }

    public IReadOnlyList<MessageSetting>? Text(MessageWrite write, MimeKitWriter to)
    {
        if (write.Form is not (WriteForm.Assign or WriteForm.Append))
            return null;
        if (Builder is null)
            return [to.Assign("Body", Part(write, to))];
        if (Builder.FirstText == write)
            return write.IsStatement ? [new MessageSetting(Builder.Declaration(to))] : [];
        return
        [
            new MessageSetting(
                $"{Builder.Name}.{BuilderPlan.Member(Subtypes[write])} {(write.Form == WriteForm.Append ? "+=" : "=")} {write.Value}"
            ),
        ];
    }

    public IReadOnlyList<MessageSetting>? View(MessageWrite write, MimeKitWriter to) =>
        Each(
            write,
            part =>
                ViewText.Read(part.Creation, to.Model) is { } view
                && part.ContentId is null
                && part
                    .Linked.Select(linked =>
                        linked.ContentId is null
                            ? null
                            : PartText.Added(linked, $"{Builder!.Name}.LinkedResources", write, to)
                    )
                    .AllOrNull()
                    is { } resources
                    ?
                    [
                        new MessageSetting($"{Builder!.Name}.{view.Member} = {view.Text}"),
                        .. resources.Select(added => new MessageSetting(added)),
                    ]
                    : null,
            to
        );

    public IReadOnlyList<MessageSetting>? Attachment(MessageWrite write, MimeKitWriter to) =>
        Each(
            write,
            part =>
                PartText.Added(part, $"{Builder!.Name}.Attachments", write, to) is { } added
                    ? [new MessageSetting(added)]
                    : null,
            to
        );

    static IReadOnlyList<MessageSetting>? Each(
        MessageWrite write,
        Func<Part, IReadOnlyList<MessageSetting>?> map,
        MimeKitWriter to
    )
    {
        if (write.Form != WriteForm.List && write is not { Form: WriteForm.Add, Values.Count: 1 })
            return null;
        return
            write.Values.Select(value => to.Parts.Read(value, write) is { } part ? map(part) : null).AllOrNull()
                is { } mapped
            ? [.. mapped.SelectMany(settings => settings)]
            : null;
    }
}
