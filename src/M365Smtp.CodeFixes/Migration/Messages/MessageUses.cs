using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>All uses of a message.</summary>
/// <param name="Writes">In text order, those of the creation first.</param>
/// <param name="Sends">The arguments of the sending calls, in text order.</param>
internal sealed record MessageUses(
    MessageSource Source,
    IReadOnlyList<MessageWrite> Writes,
    IReadOnlyList<ExpressionSyntax> Sends
)
{
    public ExpressionSyntax FirstSend => Sends[0];

    /// <summary>
    /// Null if the message escapes, changes after it was sent, or is used in any way other than a plain write.
    /// </summary>
    public static MessageUses? Read(MessageSource source, SemanticModel model, CancellationToken cancel)
    {
        if (MessageWrite.OfCreation(source.New, model, cancel) is not { } writes)
            return null;
        if (source.Local is not { } local)
            return new MessageUses(source, writes, [source.Sent]);
        var all = new List<MessageWrite>(writes);
        var sends = new List<ExpressionSyntax>();
        foreach (var name in References.Of(local, source.Function, model))
        {
            var use = name.Outer();
            if (IsDisposal(use) || use.Parent is AssignmentExpressionSyntax { Right: var made } && made == source.New)
                continue;
            if (MessageWrite.OfStatement(use, source.Function, model) is { } write)
                all.Add(write);
            else if (name.Function() != source.Function)
                return null;
            else if (IsSent(use, model, cancel))
                sends.Add(use);
            else if (!IsRead(use))
                return null;
        }
        var uses = new MessageUses(source, all, sends);
        return sends.Count > 0 && all.All(uses.IsDoneBeforeSending) ? uses : null;
    }

    /// <summary>Runs whenever the message is created.</summary>
    public bool IsAlwaysDone(MessageWrite write) =>
        write.At is not StatementSyntax statement
        || statement.List() is { } list && list == StatementList.In(Source.Holder);

    /// <summary>Runs in a loop, on the same message each time.</summary>
    public bool IsRepeated(MessageWrite write) => Loops(write.At).Any();

    /// <summary>At most one of them runs: each is in a different branch of one choice.</summary>
    public static bool AreApart(IReadOnlyList<MessageWrite> writes) =>
        writes.All(write =>
            writes.All(other =>
                write == other
                || write.IsStatement
                    && other.IsStatement
                    && write.At.Ancestors().First(outer => outer.Span.Contains(other.At.Span))
                        is IfStatementSyntax
                            or SwitchStatementSyntax
            )
        );

    bool IsDoneBeforeSending(MessageWrite write) =>
        write.At.Span.End <= FirstSend.SpanStart
        && !Sends.Any(send => Loops(send).Any(loop => loop.Span.Contains(write.At.Span)));

    IEnumerable<SyntaxNode> Loops(SyntaxNode node) =>
        node.Ancestors()
            .TakeWhile(outer => !outer.Span.Contains(Source.New.Span))
            .Where(outer =>
                outer is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
            );

    /// <summary>Members that MimeKit's message has under the same name.</summary>
    static bool IsRead(ExpressionSyntax use) =>
        use.Parent switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Subject" } read => read.Parent
                is not AssignmentExpressionSyntax,
            MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "To" or "Bcc",
                Parent: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" }
            } => true,
            BinaryExpressionSyntax { Left: var left, Right: var right } => (left == use ? right : left).IsKind(
                SyntaxKind.NullLiteralExpression
            ),
            IsPatternExpressionSyntax
            {
                Pattern: ConstantPatternSyntax or UnaryPatternSyntax { Pattern: ConstantPatternSyntax }
            } => true,
            _ => false,
        };

    static bool IsDisposal(ExpressionSyntax use) =>
        use.Parent switch
        {
            UsingStatementSyntax => true,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Dispose" } => true,
            ConditionalAccessExpressionSyntax
            {
                WhenNotNull: InvocationExpressionSyntax
                {
                    Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Dispose" }
                }
            } => true,
            _ => false,
        };

    static bool IsSent(ExpressionSyntax use, SemanticModel model, CancellationToken cancel) =>
        use.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument
        && model.GetOperation(call, cancel)
            is IInvocationOperation
        {
            TargetMethod:
            { Name: "Send" or "SendAsync" or "SendMailAsync", ContainingType.Name: "SmtpClient" } method
        } operation
        && method.IsOfNetMail()
        && operation.Arguments.Any(passed => passed.Parameter?.Name == "message" && passed.Syntax == argument);
}
