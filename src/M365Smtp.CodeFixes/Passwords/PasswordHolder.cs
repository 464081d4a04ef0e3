using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Passwords;

/// <summary>The code that holds a password and must change when it is read from elsewhere.</summary>
/// <param name="Position">The position whose scope decides which sources are visible.</param>
/// <param name="Member">The field or property, which other files may read; null for everything else.</param>
internal sealed record PasswordHolder(
    int Position,
    ISymbol? Member,
    Func<PasswordSource, string, IReadOnlyList<TextChange>> Write
)
{
    /// <summary>The ways to write it, best first.</summary>
    public static IEnumerable<PasswordHolder> Of(ExpressionSyntax password, SourceText text, SemanticModel model)
    {
        var holder = password.Parent is EqualsValueClauseSyntax { Parent: var declared } ? declared : null;
        switch (holder)
        {
            case VariableDeclaratorSyntax
            {
                Parent: VariableDeclarationSyntax
                {
                    Variables.Count: 1,
                    Parent: FieldDeclarationSyntax
                    {
                        AttributeLists.Count: 0,
                        Parent: TypeDeclarationSyntax owner
                    } field
                }
            } variable:
                // Read at the point of use: an exception in an initializer would be wrapped in a
                // TypeInitializationException.
                if (HoldsComment(field))
                    break;
                var isReadTooEarly = References
                    .Of(model.GetDeclaredSymbol(variable)!, password.SyntaxTree.GetRoot(), model)
                    .Any(StaticInitializers.Hold);
                yield return new(
                    owner.OpenBraceToken.Span.End,
                    model.GetDeclaredSymbol(variable),
                    (source, read) => [AsProperty(field, variable, source, read, isReadTooEarly, model)]
                );
                if (isReadTooEarly)
                    yield return new(
                        owner.OpenBraceToken.Span.End,
                        model.GetDeclaredSymbol(variable),
                        (source, read) => [AsProperty(field, variable, source, read, false, model)]
                    );
                break;
            case VariableDeclaratorSyntax
            {
                Parent: VariableDeclarationSyntax
                {
                    Variables.Count: 1,
                    Parent: LocalDeclarationStatementSyntax { IsConst: true } local
                }
            }:
                yield return new(
                    password.SpanStart,
                    null,
                    (_, read) =>
                        [
                            Without(local.Modifiers.First(token => token.IsKind(SyntaxKind.ConstKeyword))),
                            new(password.Span, read),
                        ]
                );
                yield break;
            case PropertyDeclarationSyntax
            {
                Initializer: { } initializer,
                AccessorList: { } accessors,
                Parent: TypeDeclarationSyntax owner
            } property:
                // A settable member is a default: code that sets it must not fail because the default is missing.
                if (accessors.Accessors is [{ RawKind: (int)SyntaxKind.GetAccessorDeclaration }])
                    yield return new(
                        owner.OpenBraceToken.Span.End,
                        model.GetDeclaredSymbol(property),
                        (source, read) =>
                            source.IsStatic || !property.Modifiers.Any(SyntaxKind.StaticKeyword)
                                ? [new(TextSpan.FromBounds(accessors.SpanStart, initializer.Span.End), "=> " + read)]
                                : []
                    );
                yield break;
        }
        if (holder is VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } kept && MayBeSet(kept, model))
            yield break;
        if (
            password.Parent is ArgumentSyntax or AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax }
            && OwnStatement.StatementAround(password, around => around is not LocalFunctionStatementSyntax)
                is { } statement
            && !IsAllUnderCondition(statement)
        )
            yield return new(statement.SpanStart, null, (_, read) => InLocal(password, statement, read, text, model));
        else
            foreach (var isTooEarly in StaticInitializers.Hold(password) ? new[] { true, false } : [false])
                yield return new(
                    password.SpanStart,
                    null,
                    (_, read) => [new(password.Span, isTooEarly ? StaticInitializers.Unthrown(read) : read)]
                );
    }

    // 'if (signsIn) { client.Credentials = …; }' is recognized as a setting with one condition.
    static bool IsAllUnderCondition(StatementSyntax statement) =>
        statement.Parent is BlockSyntax { Statements.Count: 1, Parent: IfStatementSyntax { Else: null } };

    // The literal is then a default, like that of a property.
    static bool MayBeSet(VariableDeclaratorSyntax field, SemanticModel model) =>
        model.GetDeclaredSymbol(field) is not { DeclaredAccessibility: Accessibility.Private } symbol
        || References
            .Of(symbol, field.SyntaxTree.GetRoot(), model)
            .Select(reader =>
                reader.Parent is MemberAccessExpressionSyntax member && member.Name == reader
                    ? (SyntaxNode)member
                    : reader
            )
            .Any(target =>
                target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target
                || target.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None }
            );

    static TextChange AsProperty(
        FieldDeclarationSyntax field,
        VariableDeclaratorSyntax variable,
        PasswordSource source,
        string read,
        bool isReadTooEarly,
        SemanticModel model
    )
    {
        var isStatic =
            source.IsStatic
            && field.Modifiers.Any(known => known.Kind() is SyntaxKind.ConstKeyword or SyntaxKind.StaticKeyword);
        string[] words =
        [
            .. field
                .Modifiers.Where(known =>
                    known.Kind()
                        is not (SyntaxKind.ConstKeyword or SyntaxKind.StaticKeyword or SyntaxKind.ReadOnlyKeyword)
                )
                .Select(known => known.Text),
            .. isStatic ? ["static"] : Array.Empty<string>(),
            field.Declaration.Type
                + (isReadTooEarly && model.GetNullableContext(field.SpanStart).AnnotationsEnabled() ? "?" : ""),
            variable.Identifier.Text,
        ];
        return new(
            field.Span,
            $"{string.Join(" ", words)} => {(isReadTooEarly ? StaticInitializers.Unthrown(read) : read)};"
        );
    }

    static IReadOnlyList<TextChange> InLocal(
        ExpressionSyntax password,
        StatementSyntax statement,
        string read,
        SourceText text,
        SemanticModel model
    )
    {
        if (Declared(read, password.SpanStart, model) is { } known)
            return [new(password.Span, known)];
        var body = Enclosing.Member(password);
        var name = FreeNames.Like("password", body, model);
        return [OwnStatement.Before(statement, $"var {name} = {read};", "", text), new(password.Span, name)];
    }

    /// <summary>A local that already holds the same value.</summary>
    static string? Declared(string read, int position, SemanticModel model) =>
        model
            .LookupSymbols(position)
            .OfType<ILocalSymbol>()
            .FirstOrDefault(local =>
                local.DeclaringSyntaxReferences is [var reference]
                && reference.Span.End < position
                && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value }
                && value.ToString() == read
            )
            ?.Name;

    static TextChange Without(SyntaxToken modifier) =>
        new(TextSpan.FromBounds(modifier.SpanStart, modifier.GetNextToken().SpanStart), "");

    static bool HoldsComment(SyntaxNode node) =>
        node.DescendantTrivia(node.Span)
            .Any(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia);
}
