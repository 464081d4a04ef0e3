using M365Smtp.CodeFixes.Migration.Events;
using M365Smtp.CodeFixes.Migration.Fields;
using M365Smtp.CodeFixes.Migration.Methods;
using M365Smtp.CodeFixes.Migration.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration;

/// <summary>
/// Determines the kind of client that a creation makes: for a local variable, for a field, or for the callers of a
/// method.
/// </summary>
internal static class Clients
{
    /// <param name="rewrites">Whether messages become MimeKit's where they are built.</param>
    public static Rewrite? Rewritten(Creation creation, bool rewrites, SemanticModel model, SourceText text) =>
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
