using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Migration.Messages.Bodies;
using M365Smtp.CodeFixes.Migration.Sending;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>
/// Rewrites a System.Net.Mail message that is built where it is sent as MimeKit's; the sent variable keeps its name.
/// </summary>
/// <param name="Changes">Changes to the current text, in text order and without overlap.</param>
/// <param name="Namespaces">The namespaces that the new code must import.</param>
/// <param name="Finish">Statements to run before the send; <c>{0}</c> is the message.</param>
internal sealed record MessageRewrite(
    IReadOnlyList<TextChange> Changes,
    IReadOnlyList<string> Namespaces,
    IReadOnlyList<string> Finish
)
{
    /// <summary>Null unless every use of the message is understood.</summary>
    /// <param name="sentMessage">The argument of the sending call.</param>
    /// <param name="body">The member that contains the call, or the compilation unit in a program with top-level
    /// statements.</param>
    public static MessageRewrite? Of(
        ExpressionSyntax sentMessage,
        SyntaxNode body,
        SemanticModel model,
        CancellationToken cancel
    )
    {
        if (model.Compilation.GetTypeByMetadataName("MimeKit.MimeMessage") is null)
            return null;
        if (MessageSource.Find(sentMessage, body, model, cancel) is not { } source || IsUnsure(source.Function))
            return null;
        if (MessageUses.Read(source, model, cancel) is not { } uses || !MessageMembers.Know(uses))
            return null;
        if (BodyPlan.Of(uses, model) is not { } plan)
            return null;
        var to = new MimeKitWriter(uses, plan, model);
        if (All(uses, to) is not { } changes)
            return null;
        var text = source.New.SyntaxTree.GetText(cancel);
        var ordered = changes
            .Where(change => text.ToString(change.Span) != change.NewText)
            .InTextOrder();
        if (ordered.Zip(ordered.Skip(1), (one, next) => one.Span.End > next.Span.Start).Any(overlap => overlap))
            return null;
        return KeepsComments(ordered, source.New.SyntaxTree.GetRoot(cancel))
            ? new MessageRewrite(ordered, ["MimeKit"], FinishOf(uses, model))
            : null;
    }

    static IReadOnlyList<string> FinishOf(MessageUses uses, SemanticModel model) =>
        [
            .. OutgoingMessage.Finish(
                hasOwnId: uses.Writes.Any(write =>
                    write.Member == "Headers" && write.Values.Any(value => Headers.IsMessageId(value, model))
                ),
                isAscii: uses.Writes.Where(BuilderPlan.IsText)
                    .All(write => write.Member == "Body" && MessageText.IsAscii(write.Value, model))
            ),
        ];

    static IEnumerable<TextChange>? All(MessageUses uses, MimeKitWriter to)
    {
        if (
            CreationChanges.Of(uses, to) is not { } creation
            || StatementChanges.Of(uses, to) is not { } statements
        )
            return null;
        return creation.Concat(statements).Concat(to.Addresses.Changes).Concat(to.Parts.Changes);
    }

    // The code is incomplete, or differs in another build.
    static bool IsUnsure(SyntaxNode function) =>
        function.ContainsDiagnostics
        || function.ContainsDirectives
            && function.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.IfDirectiveTrivia));

    static bool KeepsComments(IReadOnlyList<TextChange> changes, SyntaxNode root) =>
        changes.All(change =>
            root.DescendantTrivia(change.Span)
                .Where(trivia =>
                    change.Span.Contains(trivia.Span)
                    && trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
                )
                .All(comment => change.NewText!.Contains(comment.ToString()))
        );
}
