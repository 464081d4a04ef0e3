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

    public PartReader Parts { get; } = new(uses, model);

    /// <summary>The name of the local; no statements are written if there is none.</summary>
    public string Message { get; } = uses.Source.Local?.Name ?? "";

    public MessageUses Uses { get; } = uses;

    public MessageSetting Assign(string member, string value) =>
        new($"{Message}.{member} = {value}", $"{member} = {value}");

    public MessageSetting Add(string list, string value) =>
        new($"{Message}.{list}.Add({value})", $"{list} = {{ {value} }}");

    public MessageSetting AddRange(string list, string values) => new($"{Message}.{list}.AddRange({values})");
}

/// <summary>A value that the new code gives the message.</summary>
/// <param name="Statement">Without a semicolon.</param>
/// <param name="Member">The same as a member of an object initializer, or null if it must be a statement.</param>
internal sealed record MessageSetting(string Statement, string? Member = null);

/// <summary>MimeKit's types as the code names them once MimeKit is imported.</summary>
internal sealed class MimeTypes(SemanticModel model, int position)
{
    const string Namespace = "MimeKit";

    /// <summary>Qualified if another type of that name is in scope.</summary>
    public string Name(string type) =>
        model
            .LookupNamespacesAndTypes(position, name: type)
            .All(known => known.ContainingNamespace?.ToDisplayString() == Namespace)
            ? type
            : $"{Namespace}.{type}";

    /// <summary>A type of System.IO.</summary>
    public string OfSystemIO(string type) =>
        model.LookupNamespacesAndTypes(position, name: type) is [{ ContainingNamespace: var home }]
        && home.ToDisplayString() == "System.IO"
            ? type
            : $"System.IO.{type}";
}
