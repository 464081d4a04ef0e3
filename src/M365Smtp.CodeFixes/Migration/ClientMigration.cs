using M365Smtp.CodeFixes.Migration.Clients;
using M365Smtp.CodeFixes.Migration.Reading;
using M365Smtp.CodeFixes.Migration.Sending;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration;

/// <summary>
/// A client with its sends in MailKit, before type names are shortened and using directives are adjusted.
/// </summary>
internal sealed record ClientMigration(
    IReadOnlyList<TextChange> Changes,
    MailKitSettings Settings,
    IReadOnlyList<SendCall> Sends
)
{
    /// <summary>The settings that could not be kept, each with a comment.</summary>
    public IReadOnlyList<string> Left { get; } = [.. Settings.Left.Select(left => left.Property)];

    /// <summary>Namespaces of names that are already short.</summary>
    public IReadOnlyList<string> Namespaces { get; } =
    [.. Sends.SelectMany(send => send.Rewritten?.Namespaces ?? []).Distinct()];

    /// <summary>By the kind of client: in a local variable, in a field, or for the callers of a method.</summary>
    /// <param name="rewrites">Whether messages become MimeKit's where they are built.</param>
    public static ClientMigration? Of(ClientCreation creation, bool rewrites, SemanticModel model, SourceText text) =>
        Holder(creation.New, model) switch
        {
            ILocalSymbol local => LocalClient.Of(creation, local, rewrites, model, text)
                ?? EventClient.Of(creation, local, rewrites, model, text)
                ?? LambdaClient.Of(creation, local, rewrites, model, text)
                ?? ReturnedClient.Of(creation, local, rewrites, model, text),
            _ => FieldClient.Of(creation, rewrites, model, text)
                ?? ReturnedClient.Of(creation, null, rewrites, model, text),
        };

    static ISymbol? Holder(BaseObjectCreationExpressionSyntax made, SemanticModel model) =>
        made.Parent switch
        {
            EqualsValueClauseSyntax { Parent: { } declared } => model.GetDeclaredSymbol(declared),
            AssignmentExpressionSyntax assignment when assignment.Right == made => model
                .GetSymbolInfo(assignment.Left)
                .Symbol,
            _ => null,
        };
}
