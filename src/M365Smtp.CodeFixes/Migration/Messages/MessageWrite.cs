using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>A value given to a message, where it is created or later.</summary>
/// <param name="Member">The name of the member in System.Net.Mail.</param>
/// <param name="At">The statement, initializer member or constructor argument.</param>
/// <param name="Expression">The assignment or the call; the value itself for an argument.</param>
internal sealed record MessageWrite(
    string Member,
    WriteForm Form,
    IReadOnlyList<ExpressionSyntax> Values,
    SyntaxNode At,
    ExpressionSyntax Expression
)
{
    public ExpressionSyntax Value => Values[0];

    public bool IsStatement => At is StatementSyntax;

    /// <summary>The values given where the message is created; null if one is not understood.</summary>
    public static IReadOnlyList<MessageWrite>? OfCreation(
        BaseObjectCreationExpressionSyntax made,
        SemanticModel model,
        CancellationToken cancel
    )
    {
        // A variable declared in an argument would be declared too late.
        if (
            model.GetOperation(made, cancel) is not IObjectCreationOperation operation
            || made.DescendantNodes().Any(node => node is VariableDesignationSyntax)
        )
            return null;
        var writes = new List<MessageWrite>();
        foreach (var argument in operation.Arguments.OrderBy(argument => argument.Syntax.SpanStart))
        {
            if (argument.Syntax is not ArgumentSyntax { Expression: var value } at)
                return null;
            writes.Add(
                argument.Parameter?.Name switch
                {
                    "from" => new MessageWrite("From", WriteForm.Assign, [value], at, value),
                    "to" => new MessageWrite("To", WriteForm.Add, [value], at, value),
                    "subject" => new MessageWrite("Subject", WriteForm.Assign, [value], at, value),
                    _ => new MessageWrite("Body", WriteForm.Assign, [value], at, value),
                }
            );
        }
        foreach (var member in made.Initializer?.Expressions ?? [])
        {
            if (OfMember(member) is not { } write)
                return null;
            writes.Add(write);
        }
        return writes;
    }

    /// <summary>A value given by a statement; null for any other use of the message.</summary>
    public static MessageWrite? OfStatement(ExpressionSyntax use, SyntaxNode function, SemanticModel model)
    {
        if (use.Parent is not MemberAccessExpressionSyntax access || access.Expression != use)
            return null;
        var member = access.Name.Identifier.ValueText;
        MessageWrite? Of(WriteForm form, IReadOnlyList<ExpressionSyntax>? values, ExpressionSyntax expression) =>
            values is not null && StatementOf(expression, function, model) is { } at
                ? new MessageWrite(member, form, values, at, expression)
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

    static MessageWrite? OfMember(ExpressionSyntax member) =>
        member switch
        {
            AssignmentExpressionSyntax
            {
                Left: IdentifierNameSyntax { Identifier.ValueText: var name },
                Right: InitializerExpressionSyntax list
            } => list.IsKind(SyntaxKind.CollectionInitializerExpression) && list.Expressions.Count > 0
                ? new MessageWrite(name, WriteForm.List, [.. list.Expressions], member, member)
                : null,
            AssignmentExpressionSyntax
            {
                Left: IdentifierNameSyntax { Identifier.ValueText: var name },
                Right: var value
            } => new MessageWrite(name, WriteForm.Assign, [value], member, member),
            _ => null,
        };

    /// <summary>
    /// The statement that does it, directly or through the lambda of a <c>ForEach</c>, which runs at once.
    /// </summary>
    static StatementSyntax? StatementOf(ExpressionSyntax expression, SyntaxNode function, SemanticModel model) =>
        expression.Parent switch
        {
            ExpressionStatementSyntax statement when expression.Function() == function => statement,
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
}

internal enum WriteForm
{
    /// <summary><c>Subject = x</c></summary>
    Assign,

    /// <summary><c>Body += x</c></summary>
    Append,

    /// <summary><c>To.Add(x)</c></summary>
    Add,

    /// <summary><c>Headers[x] = y</c></summary>
    Key,

    /// <summary><c>To = { x, y }</c></summary>
    List,
}
