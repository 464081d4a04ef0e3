using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>Where a message is created.</summary>
/// <param name="Local">The local that holds it; null if it is created in the sending call.</param>
/// <param name="Declared">The local's type as written, unless it is <c>var</c>.</param>
/// <param name="Holder">The statement that assigns it to the local.</param>
/// <param name="Function">The method, lambda or program that contains all of it.</param>
internal sealed record MessageSource(
    BaseObjectCreationExpressionSyntax New,
    ILocalSymbol? Local,
    TypeSyntax? Declared,
    StatementSyntax? Holder,
    SyntaxNode Function,
    ExpressionSyntax Sent
)
{
    public static MessageSource? Find(
        ExpressionSyntax sent,
        SyntaxNode body,
        SemanticModel model,
        CancellationToken cancel
    )
    {
        sent = sent.Inner();
        if (sent is BaseObjectCreationExpressionSyntax direct)
            return IsMessage(model.GetTypeInfo(direct, cancel).Type)
                ? new(direct, null, null, null, direct.Function(), sent)
                : null;
        if (
            model.GetSymbolInfo(sent, cancel).Symbol
                is not ILocalSymbol { DeclaringSyntaxReferences: [var reference] } local
            || !IsMessage(local.Type)
        )
            return null;
        if (
            reference.GetSyntax(cancel)
            is not VariableDeclaratorSyntax
            {
                Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: StatementSyntax declared } declaration
            } declarator
        )
            return null;
        var (made, holder) = declarator.Initializer?.Value
            is null
                or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression }
            ? Assigned(local, body, model)
            : (declarator.Initializer.Value as BaseObjectCreationExpressionSyntax, declared);
        if (made is null || !IsMessage(model.GetTypeInfo(made, cancel).Type) || !body.Span.Contains(declared.Span))
            return null;
        var function = made.Function();
        return sent.Function() == function && declared.Function() == function
            ? new(made, local, declaration.Type.IsVar ? null : declaration.Type, holder, function, sent)
            : null;
    }

    /// <summary>The value assigned to an initially empty variable, if there is only one assignment.</summary>
    static (BaseObjectCreationExpressionSyntax?, StatementSyntax) Assigned(
        ILocalSymbol local,
        SyntaxNode body,
        SemanticModel model
    ) =>
        References
            .Of(local, body, model)
            .Select(name => name.Parent)
            .OfType<AssignmentExpressionSyntax>()
            .Where(IsOf(local))
            .ToList()
            is [{ Right: BaseObjectCreationExpressionSyntax made, Parent: ExpressionStatementSyntax at }]
            ? (made, at)
            : (null, null!);

    static Func<AssignmentExpressionSyntax, bool> IsOf(ILocalSymbol local) =>
        assignment => assignment.Left is IdentifierNameSyntax name && name.Identifier.ValueText == local.Name;

    public static bool IsMessage(ITypeSymbol? type) => type is { Name: "MailMessage" } && type.IsOfNetMail();
}
