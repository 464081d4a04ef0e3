using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Messages.Bodies;

/// <summary>An attachment, a view or a linked resource of System.Net.Mail.</summary>
/// <param name="Made">What makes it.</param>
/// <param name="ContentId">As it is set, or null.</param>
/// <param name="Linked">The resources of a view.</param>
internal sealed record Part(ExpressionSyntax Made, ExpressionSyntax? ContentId, IReadOnlyList<Part> Linked)
{
    /// <summary>Made on the spot; null where its initializer sets more than the content id.</summary>
    public static Part? Of(ExpressionSyntax made) => made switch
    {
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } =>
            initializer.Expressions is [AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "ContentId" }, Right: var id }] ? new Part(made, id, []) : null,
        BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax => new Part(made, null, []),
        _ => null,
    };
}
