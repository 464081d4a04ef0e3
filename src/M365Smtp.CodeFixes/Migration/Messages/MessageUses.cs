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
    IReadOnlyList<Write> Writes,
    IReadOnlyList<ExpressionSyntax> Sends
)
{
    public ExpressionSyntax FirstSend => Sends[0];

    /// <summary>
    /// Null if the message escapes, changes after it was sent, or is used in any way other than a plain write.
    /// </summary>
    public static MessageUses? Read(MessageSource source, SemanticModel model, CancellationToken cancel)
    {
        if (CreationWrites.Of(source.New, model, cancel) is not { } writes)
            return null;
        if (source.Local is not { } local)
            return new MessageUses(source, writes, [source.Sent]);
        var all = new List<Write>(writes);
        var sends = new List<ExpressionSyntax>();
        foreach (var name in Readers.Of(local, source.Function, model))
        {
            var use = name.Outer();
            if (IsDisposal(use) || use.Parent is AssignmentExpressionSyntax { Right: var made } && made == source.New)
                continue;
            if (StatementWrite(use, source.Function, model) is { } write)
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
    public bool IsAlwaysDone(Write write) =>
        write.At is not StatementSyntax statement
        || statement.List() is { } list && list == StatementList.In(Source.Holder);

    /// <summary>Runs in a loop, on the same message each time.</summary>
    public bool IsRepeated(Write write) => Loops(write.At).Any();

    /// <summary>At most one of them runs: each is in a different branch of one choice.</summary>
    public static bool AreApart(IReadOnlyList<Write> writes) =>
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

    bool IsDoneBeforeSending(Write write) =>
        write.At.Span.End <= FirstSend.SpanStart
        && !Sends.Any(send => Loops(send).Any(loop => loop.Span.Contains(write.At.Span)));

    IEnumerable<SyntaxNode> Loops(SyntaxNode node) =>
        node.Ancestors()
            .TakeWhile(outer => !outer.Span.Contains(Source.New.Span))
            .Where(outer =>
                outer is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
            );

    static Write? StatementWrite(ExpressionSyntax use, SyntaxNode function, SemanticModel model)
    {
        if (use.Parent is not MemberAccessExpressionSyntax access || access.Expression != use)
            return null;
        var member = access.Name.Identifier.ValueText;
        Write? Of(WriteForm form, IReadOnlyList<ExpressionSyntax>? values, ExpressionSyntax said) =>
            values is not null && StatementOf(said, function, model) is { } at
                ? new Write(member, form, values, at, said)
                : null;
        return access.Parent switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assigned
                when assigned.Left == access => Of(WriteForm.Assign, [assigned.Right], assigned),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } appended
                when appended.Left == access => Of(WriteForm.Append, [appended.Right], appended),
            MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "Add",
                Parent: InvocationExpressionSyntax call
            } => Of(WriteForm.Add, Positional(call.ArgumentList), call),
            ElementAccessExpressionSyntax
            {
                Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } keyed
            } element when keyed.Left == element && Positional(element.ArgumentList) is [var key] => Of(
                WriteForm.Key,
                [key, keyed.Right],
                keyed
            ),
            _ => null,
        };
    }

    /// <summary>
    /// The statement that does it, directly or through the lambda of a <c>ForEach</c>, which runs at once.
    /// </summary>
    static StatementSyntax? StatementOf(ExpressionSyntax said, SyntaxNode function, SemanticModel model) =>
        said.Parent switch
        {
            ExpressionStatementSyntax statement when said.Function() == function => statement,
            LambdaExpressionSyntax
            {
                Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } }
            } lambda
                when (call.Parent is ConditionalAccessExpressionSyntax conditional ? conditional.Parent : call.Parent)
                    is ExpressionStatementSyntax statement
                    && lambda != function
                    && statement.Function() == function
                    && model.GetSymbolInfo(call).Symbol
                        is
                    {
                        Name: "ForEach",
                        ContainingType: { Name: "List" or "Array", ContainingNamespace: var home }
                    }
                    && home.ToDisplayString() is "System" or "System.Collections.Generic" => statement,
            _ => null,
        };

    static IReadOnlyList<ExpressionSyntax>? Positional(BaseArgumentListSyntax list) =>
        list.Arguments.Count > 0 && list.Arguments.All(argument => argument.NameColon is null)
            ? [.. list.Arguments.Select(argument => argument.Expression)]
            : null;

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
