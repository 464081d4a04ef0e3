using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Sending;

/// <summary>The delivery notifications that a message requests, which MimeKit's message cannot hold.</summary>
internal static class DeliveryNotifications
{
    public const string Property = "DeliveryNotificationOptions";

    const string Note =
        "MailKit asks for these where SmtpClient.GetDeliveryStatusNotifications is overridden: they are not "
        + "carried over.";

    /// <summary>Adds a comment where a converted message requests a notification.</summary>
    public static IReadOnlyList<TextChange> Notes(ClientMigration migration, SemanticModel model, SourceText text)
    {
        if (!migration.Sends.Any(send => send is { Message: not null, Rewritten: null }))
            return [];
        return
        [
            .. from assignment in model.SyntaxTree.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>()
            where IsWish(assignment, model) && !assignment.GetLeadingTrivia().ToString().Contains(Note)
            select TextChanges.Insert(
                assignment.SpanStart,
                text.IsFirstOnLine(assignment.SpanStart)
                    ? $"// {Note}{text.LineBreak(assignment.SpanStart)}{text.Indentation(assignment.SpanStart)}"
                    : $"/* {Note} */ "
            ),
        ];
    }

    static bool IsWish(AssignmentExpressionSyntax assignment, SemanticModel model) =>
        model.GetSymbolInfo(assignment.Left).Symbol
            is IPropertySymbol { Name: Property, ContainingType.Name: "MailMessage" }
        && model.GetConstantValue(assignment.Right).Value is not 0;
}
