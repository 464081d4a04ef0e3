using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Handlers;

/// <summary>The exceptions that requesting a token can throw.</summary>
internal static class TokenFailures
{
    // Best first: a namespace and the exceptions of its classes.
    static readonly (string Namespace, string Exception)[] Libraries =
    [
        ("Azure.Core", "Azure.Identity.AuthenticationFailedException"),
        ("Azure.Core", "Azure.RequestFailedException"),
        ("Microsoft.Identity.Client", "Microsoft.Identity.Client.MsalException"),
    ];

    /// <summary>Adds nothing if no handler was rewritten.</summary>
    public static async Task<Failures> Of(
        Document document,
        IReadOnlyList<TextChange> changes,
        CancellationToken cancel
    )
    {
        if (!changes.Any(change => change.NewText!.Contains(nameof(TimeoutException))))
            return Failures.WithoutTokens;
        var text = (await document.GetTextAsync(cancel).ConfigureAwait(false)).WithChanges(changes);
        if (await document.WithText(text).GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model)
            return Failures.WithoutTokens;
        var called = new HashSet<string>(
            from call in model.SyntaxTree.GetRoot(cancel).DescendantNodes().OfType<InvocationExpressionSyntax>()
            where
                call.Expression
                    is MemberAccessExpressionSyntax
                {
                    Name.Identifier.ValueText: "GetToken" or "GetTokenAsync" or "ExecuteAsync"
                }
            let method = model.GetSymbolInfo(call, cancel).Symbol
            where method is not null
            from type in Bases(method.ContainingType)
            select type.ContainingNamespace.ToDisplayString()
        );
        return new([
            .. from library in Libraries
            where
                called.Contains(library.Namespace)
                && model.Compilation.GetTypeByMetadataName(library.Exception) is not null
            group library by library.Namespace into same
            select "global::" + same.First().Exception,
        ]);
    }

    static IEnumerable<ITypeSymbol> Bases(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            yield return type;
    }
}
