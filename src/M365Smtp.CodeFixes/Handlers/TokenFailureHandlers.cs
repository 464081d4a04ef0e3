using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Handlers;

/// <summary>
/// Handlers of a refused sign-in also catch a failed token request: to the program it is the same failure.
/// </summary>
/// <param name="failure">The exception of the token source, as written there.</param>
internal sealed class TokenFailureHandlers(string failure, SemanticModel model)
{
    const string Refusal = "MailKit.Security.AuthenticationException";

    /// <summary>
    /// In text order: around the sign-in, and around calls that lead to it. Null if another file has such a handler,
    /// which would no longer see every failure.
    /// </summary>
    public async Task<IReadOnlyList<TextChange>?> Changes(
        Document document,
        SyntaxNode signIn,
        CancellationToken cancel
    )
    {
        var changes = Around(signIn).ToList();
        var reach = await Callers.Of(document, Members(signIn, cancel), cancel).ConfigureAwait(false);
        foreach (var other in Callers.Documents(document))
        {
            var text = (await other.GetTextAsync(cancel).ConfigureAwait(false)).ToString();
            if (!text.Contains(LastPart(Refusal)))
                continue;
            var isOwn = other.Id == document.Id;
            if ((isOwn ? model : await other.GetSemanticModelAsync(cancel).ConfigureAwait(false)) is not { } around)
                continue;
            var found = new TokenFailureHandlers(failure, around).Leading(reach, signIn).ToList();
            if (!isOwn && found.Count > 0)
                return null;
            changes.AddRange(found);
        }
        return [.. changes.OrderBy(change => change.Span.Start)];
    }

    IEnumerable<TextChange> Around(SyntaxNode signIn) =>
        signIn
            .Ancestors()
            .TakeWhile(outer => !IsFunction(outer))
            .OfType<TryStatementSyntax>()
            .Where(attempt => attempt.Block.Span.Contains(signIn.Span))
            .SelectMany(InCatches);

    IEnumerable<TextChange> Leading(HashSet<ISymbol> reach, SyntaxNode signIn) =>
        from attempt in model.SyntaxTree.GetRoot().DescendantNodes().OfType<TryStatementSyntax>()
        where signIn.SyntaxTree != model.SyntaxTree || !attempt.Block.Span.Contains(signIn.Span)
        where Callers.Calls(attempt, model).Any(called => reach.Contains(called.OriginalDefinition))
        from change in InCatches(attempt)
        select change;

    // The enclosing local functions and the member.
    IEnumerable<ISymbol> Members(SyntaxNode signIn, CancellationToken cancel)
    {
        for (
            var symbol = model.GetEnclosingSymbol(signIn.SpanStart, cancel);
            symbol is not null and not INamedTypeSymbol;
            symbol = symbol.ContainingSymbol
        )
            if (symbol is not IMethodSymbol { MethodKind: MethodKind.AnonymousFunction })
                yield return (symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol;
    }

    IEnumerable<TextChange> InCatches(TryStatementSyntax attempt) =>
        attempt
            .Catches.Where(clause => !RethrowsOnly(clause) && !clause.ToString().Contains(LastPart(failure)))
            .SelectMany(clause =>
                clause.Declaration is { } caught && IsRefusal(caught.Type) ? InDeclaration(clause, caught)
                : clause.Filter is { } filter ? InFilter(filter)
                : []
            );

    IEnumerable<TextChange> InDeclaration(CatchClauseSyntax clause, CatchDeclarationSyntax declaration)
    {
        var name =
            declaration.Identifier.Span.Length > 0
                ? declaration.Identifier.Text
                : FreeNames.Like("ex", Enclosing.Member(clause), model);
        var either = IsModern
            ? $"{name} is {declaration.Type} or {failure}"
            : $"{name} is {declaration.Type} || {name} is {failure}";
        yield return new TextChange(declaration.Type.Span, "global::System.Exception");
        if (declaration.Identifier.Span.Length == 0)
            yield return TextChanges.Insert(declaration.Type.Span.End, " " + name);
        if (clause.Filter is not { FilterExpression: var filter })
        {
            yield return TextChanges.Insert(declaration.Span.End, $" when ({either})");
            yield break;
        }
        yield return TextChanges.Insert(filter.SpanStart, $"({either}) && (");
        yield return TextChanges.Insert(filter.Span.End, ")");
    }

    // 'ex is A or AuthenticationException', 'ex is A || ex is AuthenticationException'; nothing is added to exceptions
    // that a filter excludes.
    IEnumerable<TextChange> InFilter(CatchFilterClauseSyntax filter)
    {
        foreach (var type in filter.DescendantNodes().OfType<TypeSyntax>().Where(IsRefusal))
        {
            if (type.Ancestors().TakeWhile(outer => outer != filter).Any(Negates))
                continue;
            if (
                type.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } asked
                && asked.Right == type
                && (!IsModern || IsOneOfMany(asked))
            )
            {
                if (IsOneOfMany(asked) || asked.Parent is CatchFilterClauseSyntax or ParenthesizedExpressionSyntax)
                    yield return TextChanges.Insert(asked.Span.End, $" || {asked.Left} is {failure}");
            }
            else if (IsModern && IsAlternative(type))
                yield return TextChanges.Insert(type.Span.End, $" or {failure}");
        }
    }

    static bool IsOneOfMany(BinaryExpressionSyntax asked) =>
        asked.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression };

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
