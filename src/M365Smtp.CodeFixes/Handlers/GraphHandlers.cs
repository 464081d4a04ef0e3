using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Handlers;

/// <summary>
/// Rewrites handlers of MailKit's exceptions to catch the transport's exceptions. A refused sign-in remains an
/// AuthenticationException.
/// </summary>
internal static class GraphHandlers
{
    const string Network = "global::System.IO.IOException";

    static readonly Dictionary<string, string> Successors = new()
    {
        ["SmtpCommandException"] = "global::M365Smtp.Graph.GraphException",
        ["SmtpProtocolException"] = Network,
        ["ProtocolException"] = Network,
        ["SslHandshakeException"] = Network,
        ["ServiceNotConnectedException"] = Network,
        ["ServiceNotAuthenticatedException"] = "global::MailKit.Security.AuthenticationException",
    };

    static readonly string[] Senders = ["SmtpClient", "ISmtpClient", "MailTransport", "IMailTransport"];

    /// <param name="sends">The calls of the client that is replaced.</param>
    /// <returns>Null if another file, or code for another client, also handles one of these exceptions.</returns>
    public static async Task<IReadOnlyList<TextChange>?> Changes(
        Document document,
        IReadOnlyList<SyntaxNode> sends,
        SemanticModel model,
        CancellationToken cancel
    )
    {
        var reach = new Callers(document, sends, model, IsSender);
        var attempts = new HashSet<TryStatementSyntax>();
        foreach (var known in Callers.Documents(document))
        {
            var isOwn = known.Id == document.Id;
            if (!Successors.Keys.Any((await known.GetTextAsync(cancel).ConfigureAwait(false)).ToString().Contains))
                continue;
            if ((isOwn ? model : await known.GetSemanticModelAsync(cancel).ConfigureAwait(false)) is not { } knownModel)
                continue;
            foreach (var name in Named(knownModel.SyntaxTree.GetRoot(cancel), knownModel))
            {
                if (Clause(name) is not { Parent: TryStatementSyntax attempt })
                    return null;
                if (!await reach.MayCome(attempt, knownModel, cancel).ConfigureAwait(false))
                    continue;
                if (!isOwn || reach.SendsByOthers(attempt, knownModel))
                    return null;
                attempts.Add(attempt);
            }
        }
        return [.. attempts.SelectMany(attempt => In(attempt, model))];
    }

    static IEnumerable<TextChange> In(TryStatementSyntax attempt, SemanticModel model)
    {
        var caught = new HashSet<string>(attempt.Catches.Select(clause => FullName(clause.Declaration?.Type, model)));
        foreach (var clause in attempt.Catches)
        {
            var successors = new Dictionary<SyntaxNode, string>();
            foreach (var name in Named(clause, model).Where(name => Clause(name) == clause))
            {
                var type = Alternatives.Whole(name);
                var successor = Successors[name.Identifier.ValueText];
                if (type.Parent != clause.Declaration)
                    successors.Add(type, successor);
                // Two catch clauses for one exception do not compile.
                else if (caught.Add(successor))
                {
                    yield return new TextChange(type.Span, successor);
                    foreach (var change in Names(clause, model))
                        yield return change;
                }
            }
            foreach (var change in Alternatives.Replaced(successors, model))
                yield return change;
        }
    }

    static CatchClauseSyntax? Clause(SyntaxNode name) => name.FirstAncestorOrSelf<CatchClauseSyntax>();

    // e.StatusCode and e.ErrorCode become Graph's; where the value is compared, the compiler rejects the result.
    static IEnumerable<TextChange> Names(CatchClauseSyntax clause, SemanticModel model)
    {
        if (model.GetDeclaredSymbol(clause.Declaration!) is not ILocalSymbol exception)
            yield break;
        foreach (var use in References.Of(exception, clause, model))
            if (
                use.Parent is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } member
                && member.Expression == use
            )
            {
                if (name.Identifier.ValueText == "StatusCode")
                    yield return new TextChange(name.Span, "Status");
                if (name.Identifier.ValueText == "ErrorCode")
                    yield return new TextChange(name.Span, "Code");
            }
    }

    static IEnumerable<IdentifierNameSyntax> Named(SyntaxNode within, SemanticModel model) =>
        from name in within.DescendantNodes().OfType<IdentifierNameSyntax>()
        where
            Successors.ContainsKey(name.Identifier.ValueText)
            && model.GetSymbolInfo(name).Symbol is INamedTypeSymbol type
            && IsOfMailKit(type)
        select name;

    static bool IsSender(ITypeSymbol type) => Senders.Contains(type.Name) && IsOfMailKit(type);

    static bool IsOfMailKit(ITypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString() is "MailKit" or "MailKit.Security" or "MailKit.Net.Smtp";

    static string FullName(TypeSyntax? type, SemanticModel model) =>
        type is not null && model.GetTypeInfo(type).Type is { } known
            ? known.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
            : "";
}
