using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>The values given to a message where it is created.</summary>
internal static class CreationWrites
{
    public static IReadOnlyList<Write>? Of(
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
        var writes = new List<Write>();
        foreach (var argument in operation.Arguments.OrderBy(argument => argument.Syntax.SpanStart))
        {
            if (argument.Syntax is not ArgumentSyntax { Expression: var value } at)
                return null;
            writes.Add(
                argument.Parameter?.Name switch
                {
                    "from" => new Write("From", WriteForm.Assign, [value], at, value),
                    "to" => new Write("To", WriteForm.Add, [value], at, value),
                    "subject" => new Write("Subject", WriteForm.Assign, [value], at, value),
                    _ => new Write("Body", WriteForm.Assign, [value], at, value),
                }
            );
        }
        foreach (var member in made.Initializer?.Expressions ?? [])
        {
            if (MemberWrite(member) is not { } write)
                return null;
            writes.Add(write);
        }
        return writes;
    }

    static Write? MemberWrite(ExpressionSyntax member) =>
        member switch
        {
            AssignmentExpressionSyntax
            {
                Left: IdentifierNameSyntax { Identifier.ValueText: var name },
                Right: InitializerExpressionSyntax list
            } => list.IsKind(SyntaxKind.CollectionInitializerExpression) && list.Expressions.Count > 0
                ? new Write(name, WriteForm.List, [.. list.Expressions], member, member)
                : null,
            AssignmentExpressionSyntax
            {
                Left: IdentifierNameSyntax { Identifier.ValueText: var name },
                Right: var value
            } => new Write(name, WriteForm.Assign, [value], member, member),
            _ => null,
        };
}
