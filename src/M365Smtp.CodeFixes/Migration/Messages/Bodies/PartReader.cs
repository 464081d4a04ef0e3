using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Messages.Bodies;

/// <summary>
/// Reads an attachment, a view or a linked resource: created where it is added to the message, or held by a local only
/// until then.
/// </summary>
internal sealed class PartReader(MessageUses uses, SemanticModel model)
{
    readonly HashSet<StatementSyntax> removed = [];

    /// <summary>Removes the locals that are no longer needed, with everything done to them.</summary>
    public IEnumerable<TextChange> Changes =>
        removed.Select(statement => new TextChange(statement.SyntaxTree.GetText().WithItsLine(statement.Span), ""));

    /// <summary>The value added to the message: created inline, or held by a local with no other purpose.</summary>
    public Part? Read(ExpressionSyntax value, MessageWrite write)
    {
        if (value.Inner() is not IdentifierNameSyntax name)
            return Part.Of(value.Inner());
        if (model.GetSymbolInfo(name).Symbol is not ILocalSymbol local || Declaration(local) is not { } declared)
            return null;
        var (part, own, linked) = (
            CreationOf(name, model) is { } made ? Part.Of(made) : null,
            new List<StatementSyntax> { declared },
            new List<Part>()
        );
        foreach (var use in References.Of(local, uses.Source.Function, model).Where(use => use != name))
        {
            if (part is null || use.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax statement)
                return null;
            own.Add(statement);
            switch (statement.Expression)
            {
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assigned
                    when assigned.Left == use && assigned.Right == part.Creation:
                    break;
                case AssignmentExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
                    Left: MemberAccessExpressionSyntax target
                } assigned when target.Expression == use && part.With(target.Name, assigned.Right) is { } more:
                    part = more;
                    break;
                case InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax
                    {
                        Name.Identifier.ValueText: "Add",
                        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "LinkedResources" } list
                    },
                    ArgumentList.Arguments: [{ Expression: var resource }]
                } when list.Expression == use && Read(resource, write) is { } linkedPart:
                    linked.Add(linkedPart);
                    break;
                default:
                    return null;
            }
        }
        if (part is null || !own.All(statement => IsNear(statement, write)))
            return null;
        removed.UnionWith(own);
        return part with { Linked = linked };
    }

    /// <summary>The expression that creates the value, given directly or in a named local.</summary>
    public static ExpressionSyntax? CreationOf(ExpressionSyntax value, SemanticModel model)
    {
        if (value.Inner() is not IdentifierNameSyntax name)
            return value.Inner();
        if (
            model.GetSymbolInfo(name).Symbol is not ILocalSymbol { DeclaringSyntaxReferences: [var reference] } local
            || reference.GetSyntax() is not VariableDeclaratorSyntax declared
        )
            return null;
        return declared.Initializer is { Value: var made } ? made
            : References
                .Of(local, declared.FirstAncestorOrSelf<StatementSyntax>()!.Parent!, model)
                .Select(use => use.Parent)
                .OfType<AssignmentExpressionSyntax>()
                .ToList()
                is [{ Right: var assigned }]
                ? assigned
            : null;
    }

    static LocalDeclarationStatementSyntax? Declaration(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax().Parent?.Parent
            is LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } declared
            ? declared
            : null;

    /// <summary>Nothing between the two could change the part's source.</summary>
    bool IsNear(StatementSyntax own, MessageWrite write) =>
        own.List() is { } list
        && list == (write.At as StatementSyntax)?.List()
        && own.SpanStart < write.At.SpanStart
        && StatementList
            .Elements(list)
            .Where(between => between.SpanStart > own.SpanStart && between.SpanStart < write.At.SpanStart)
            .All(between => uses.Writes.Any(known => known.At == between) || IsOfParts(between));

    bool IsOfParts(StatementSyntax statement) =>
        statement switch
        {
            LocalDeclarationStatementSyntax { Declaration.Variables: [var variable] } => model.GetDeclaredSymbol(
                variable
            )
                is ILocalSymbol { Type: var type }
                && IsPart(type),
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: var target } } => IsPart(
                model.GetTypeInfo(Root(target)).Type
            ),
            ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: var target } } => IsPart(
                model.GetTypeInfo(Root(target)).Type
            ),
            _ => false,
        };

    static ExpressionSyntax Root(ExpressionSyntax target) =>
        target is MemberAccessExpressionSyntax member ? Root(member.Expression) : target;

    static bool IsPart(ITypeSymbol? type) =>
        type is { Name: "Attachment" or "AlternateView" or "LinkedResource" } && type.IsOfNetMail();
}

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
