using M365Smtp.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.OAuth;

/// <summary>Handlers of a refused sign-in take a token that is not to be had, too: for the program it is the same
/// failure.</summary>
/// <param name="failure">What the source of tokens throws, as it is written there.</param>
internal sealed class TokenFailureHandlers(string failure, SemanticModel model)
{
    const string Refusal = "MailKit.Security.AuthenticationException";

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<TextChange> Around(SyntaxNode signIn) =>
        [
            .. from attempt in signIn.Ancestors().TakeWhile(outer => !IsFunction(outer)).OfType<TryStatementSyntax>()
            where attempt.Block.Span.Contains(signIn.Span)
            from clause in attempt.Catches
            where !RethrowsOnly(clause) && !clause.ToString().Contains(LastPart(failure))
            from change in clause.Filter is { } filter ? InFilter(filter) : InDeclaration(clause)
            orderby change.Span.Start
            select change,
        ];

    IEnumerable<TextChange> InDeclaration(CatchClauseSyntax clause)
    {
        if (clause.Declaration is not { } declaration || !IsRefusal(declaration.Type))
            yield break;
        var name =
            declaration.Identifier.Span.Length > 0
                ? declaration.Identifier.Text
                : OwnStatement.Unused("ex", Edits.Around.Member(clause), model);
        var either = IsModern
            ? $"{name} is {declaration.Type} or {failure}"
            : $"{name} is {declaration.Type} || {name} is {failure}";
        yield return new TextChange(declaration.Type.Span, "global::System.Exception");
        if (declaration.Identifier.Span.Length == 0)
            yield return EditWriter.Insert(declaration.Type.Span.End, " " + name);
        yield return EditWriter.Insert(declaration.Span.End, $" when ({either})");
    }

    // 'ex is A or AuthenticationException', 'ex is A || ex is AuthenticationException'; of what a filter keeps out
    // nothing is added.
    IEnumerable<TextChange> InFilter(CatchFilterClauseSyntax filter)
    {
        foreach (var type in filter.DescendantNodes().OfType<TypeSyntax>().Where(IsRefusal))
        {
            if (type.Ancestors().TakeWhile(outer => outer != filter).Any(Negates))
                continue;
            if (
                type.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } asked
                && asked.Right == type
                && !IsModern
            )
            {
                if (
                    asked.Parent
                    is CatchFilterClauseSyntax
                        or ParenthesizedExpressionSyntax
                        or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression }
                )
                    yield return EditWriter.Insert(asked.Span.End, $" || {asked.Left} is {failure}");
            }
            else if (IsModern && IsAlternative(type))
                yield return EditWriter.Insert(type.Span.End, $" or {failure}");
        }
    }

    static bool IsAlternative(TypeSyntax type) =>
        type.Parent switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } asked => asked.Right == type,
            TypePatternSyntax or ConstantPatternSyntax => true,
            _ => false,
        };

    static bool Negates(SyntaxNode outer) =>
        outer
            is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression }
                or UnaryPatternSyntax
                or BinaryPatternSyntax { RawKind: (int)SyntaxKind.AndPattern };

    static bool RethrowsOnly(CatchClauseSyntax clause) =>
        clause.Block.Statements is [ThrowStatementSyntax { Expression: null }];

    static bool IsFunction(SyntaxNode outer) =>
        outer
            is MemberDeclarationSyntax
                and not GlobalStatementSyntax
                or AnonymousFunctionExpressionSyntax
                or LocalFunctionStatementSyntax;

    bool IsRefusal(TypeSyntax type) =>
        model.GetSymbolInfo(type).Symbol is INamedTypeSymbol named && named.ToDisplayString() == Refusal;

    bool IsModern => model.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp9 };

    static string LastPart(string name) => name.Substring(name.LastIndexOf('.') + 1);
}
