using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Handlers;

/// <summary>
/// Handlers of SmtpException around a send, or around a call that leads to one, keep catching the same failures:
/// MailKit has no common exception for them.
/// </summary>
internal static class SmtpHandlers
{
    static readonly string[] Exceptions =
    [
        "SmtpException",
        "SmtpFailedRecipientException",
        "SmtpFailedRecipientsException",
    ];

    /// <param name="sends">The calls of the client that is migrated.</param>
    /// <returns>Null if one of these exceptions is handled in another file, or in a way we cannot follow.</returns>
    public static async Task<IReadOnlyList<TextChange>?> Changes(
        Document document,
        IReadOnlyList<SyntaxNode> sends,
        SendFailures failures,
        SemanticModel model,
        CancellationToken cancel
    )
    {
        var reach = new Callers(document, sends, model, NetMail.IsClient);
        var attempts = new HashSet<TryStatementSyntax>();
        foreach (var known in Callers.Documents(document))
        {
            var isOwn = known.Id == document.Id;
            if (!Exceptions.Any((await known.GetTextAsync(cancel).ConfigureAwait(false)).ToString().Contains))
                continue;
            if ((isOwn ? model : await known.GetSemanticModelAsync(cancel).ConfigureAwait(false)) is not { } knownModel)
                continue;
            foreach (var name in Named(knownModel, cancel))
            {
                if (IsThrown(name) && !isOwn)
                    continue;
                if (name.FirstAncestorOrSelf<CatchClauseSyntax>() is not { Parent: TryStatementSyntax attempt })
                    return null;
                if (!await reach.MayCome(attempt, knownModel, cancel).ConfigureAwait(false))
                    continue;
                if (!isOwn || reach.SendsByOthers(attempt, knownModel))
                    return null;
                attempts.Add(attempt);
            }
        }
        return In(attempts, failures, model);
    }

    static IReadOnlyList<TextChange>? In(
        IEnumerable<TryStatementSyntax> attempts,
        SendFailures failures,
        SemanticModel model
    )
    {
        var changes = new List<TextChange>();
        foreach (var clause in attempts.SelectMany(attempt => attempt.Catches))
        {
            var own = Named(clause, model)
                .Where(name => name.FirstAncestorOrSelf<CatchClauseSyntax>() == clause)
                .ToList();
            if (own.Count == 0)
                continue;
            if (own is not [var only] || clause.Declaration is not { } declaration || only != Simple(declaration.Type))
                return null;
            if (SmtpCatch.Changes(clause, declaration, only.Identifier.ValueText, failures, model) is not { } rewritten)
                return null;
            changes.AddRange(rewritten);
        }
        return changes;
    }

    static IEnumerable<SimpleNameSyntax> Named(SemanticModel model, CancellationToken cancel) =>
        Named(model.SyntaxTree.GetRoot(cancel), model);

    static IEnumerable<SimpleNameSyntax> Named(SyntaxNode within, SemanticModel model) =>
        from name in within.DescendantNodes().OfType<SimpleNameSyntax>()
        where
            Exceptions.Contains(name.Identifier.ValueText)
            && model.GetSymbolInfo(name).Symbol is ITypeSymbol type
            && type.IsOfNetMail()
        select name;

    static bool IsThrown(SimpleNameSyntax name) =>
        name.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>() is { } made && made.Type.Span.Contains(name.Span);

    static SimpleNameSyntax? Simple(TypeSyntax type) =>
        type switch
        {
            QualifiedNameSyntax qualified => qualified.Right,
            AliasQualifiedNameSyntax alias => alias.Name,
            _ => type as SimpleNameSyntax,
        };
}
