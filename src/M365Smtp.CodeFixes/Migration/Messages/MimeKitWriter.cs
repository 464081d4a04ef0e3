using M365Smtp.CodeFixes.Migration.Messages.Bodies;
using Microsoft.CodeAnalysis;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>Writes the statements for one message in MimeKit.</summary>
internal sealed class MimeKitWriter(MessageUses uses, BodyPlan body, SemanticModel model)
{
    public SemanticModel Model { get; } = model;

    public BodyPlan Body { get; } = body;

    public MimeTypes Types { get; } = new(model, uses.Source.New.SpanStart);

    public Addresses Addresses { get; } = new(uses, model);

    public PartLocals Parts { get; } = new(uses, model);

    /// <summary>The name of the local; no statements are written if there is none.</summary>
    public string Message { get; } = uses.Source.Local?.Name ?? "";

    public MessageUses Uses { get; } = uses;

    public MessageSetting Assign(string member, string value) =>
        new($"{Message}.{member} = {value}", $"{member} = {value}");

    public MessageSetting Add(string list, string value) =>
        new($"{Message}.{list}.Add({value})", $"{list} = {{ {value} }}");

    public MessageSetting AddRange(string list, string values) => new($"{Message}.{list}.AddRange({values})");
}
