using M365Smtp.CodeFixes.Migration.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Messages.Bodies;

/// <summary>A System.Net.Mail attachment, view or linked resource.</summary>
/// <param name="Creation">The expression that creates it.</param>
/// <param name="ContentId">The assigned value, or null.</param>
/// <param name="Linked">The resources of a view.</param>
internal sealed record Part(ExpressionSyntax Creation, ExpressionSyntax? ContentId, IReadOnlyList<Part> Linked)
{
    /// <summary>Created inline; null if its initializer sets something that is not understood.</summary>
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

    /// <summary>With one of its members set; null if the member is not understood.</summary>
    public Part? With(SimpleNameSyntax member, ExpressionSyntax value) =>
        member.Identifier.ValueText switch
        {
            "ContentId" when ContentId is null => this with { ContentId = value },
            // MimeKit's default for everything but text.
            "TransferEncoding" => value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Base64" }
                ? this
                : null,
            _ => null,
        };
}
