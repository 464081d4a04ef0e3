using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Messages.Bodies;

/// <summary>An attachment, a view or a linked resource of System.Net.Mail.</summary>
/// <param name="Creation">What makes it.</param>
/// <param name="ContentId">As it is set, or null.</param>
/// <param name="Linked">The resources of a view.</param>
internal sealed record Part(ExpressionSyntax Creation, ExpressionSyntax? ContentId, IReadOnlyList<Part> Linked)
{
    /// <summary>Made on the spot; null where its initializer sets what is not understood.</summary>
    public static Part? Of(ExpressionSyntax made) =>
        made switch
        {
            BaseObjectCreationExpressionSyntax { Initializer: var initializer } => (
                initializer?.Expressions ?? []
            ).Aggregate(
                (Part?)new Part(made, null, []),
                (part, member) =>
                    member is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } assigned
                        ? part?.With(name, assigned.Right)
                        : null
            ),
            InvocationExpressionSyntax => new Part(made, null, []),
            _ => null,
        };

    /// <summary>With one of its members set; null for one that is not understood.</summary>
    public Part? With(SimpleNameSyntax member, ExpressionSyntax value) =>
        member.Identifier.ValueText switch
        {
            "ContentId" when ContentId is null => this with { ContentId = value },
            // As MimeKit writes all but texts.
            "TransferEncoding" => value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Base64" }
                ? this
                : null,
            _ => null,
        };
}
