using M365Smtp.CodeFixes.Migration.Sending;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Handlers;

/// <summary>Handlers of SmtpException around a call of a method that sends: what they wait for comes no longer.</summary>
internal static class CallersHandlers
{
    /// <summary>Those in this file are rewritten; null where one stands in another file.</summary>
    public static async Task<IReadOnlyList<TextChange>?> Changes(Document document, IEnumerable<SendCall> sends, SemanticModel model, CancellationToken cancel)
    {
        var senders = sends.Select(send => send.Function).Distinct().Select(function => model.GetDeclaredSymbol(function, cancel)).OfType<IMethodSymbol>().SelectMany(Contracts).ToList();
        if (senders.Count == 0) return [];
        foreach (var other in document.Project.Documents.Where(other => other.Id != document.Id))
            if ((await other.GetTextAsync(cancel).ConfigureAwait(false)).ToString() is var text && (text.Contains("SmtpException") || text.Contains("SmtpFailedRecipient"))
                && await other.GetSemanticModelAsync(cancel).ConfigureAwait(false) is { } otherModel && Around(senders, otherModel, cancel).Any()) return null;
        return SmtpHandlers.In(Around(senders, model, cancel).Where(attempt => !sends.Any(send => attempt.Block.Span.Contains(send.Whole.Span))), model);
    }

    static IEnumerable<TryStatementSyntax> Around(IReadOnlyList<IMethodSymbol> senders, SemanticModel model, CancellationToken cancel) =>
        from attempt in model.SyntaxTree.GetRoot(cancel).DescendantNodes().OfType<TryStatementSyntax>()
        where attempt.Catches.Any(clause => clause.Declaration is { } declaration && model.GetTypeInfo(declaration.Type, cancel).Type.IsOfNetMail())
        where attempt.Block.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
            model.GetSymbolInfo(call, cancel).Symbol is IMethodSymbol called && senders.Any(sender => SymbolEqualityComparer.Default.Equals(sender, called.OriginalDefinition)))
        select attempt;

    /// <summary>The method, and those of interfaces and base classes through which it is called.</summary>
    static IEnumerable<IMethodSymbol> Contracts(IMethodSymbol method)
    {
        for (var known = method; known is not null; known = known.OverriddenMethod) yield return known.OriginalDefinition;
        foreach (var declared in method.ContainingType.AllInterfaces.SelectMany(contract => contract.GetMembers(method.Name)).OfType<IMethodSymbol>())
            if (SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(declared), method)) yield return declared.OriginalDefinition;
    }
}
