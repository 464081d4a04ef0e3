using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Handlers;

/// <summary>The exceptions of a send through MailKit, which replace SmtpException in a handler.</summary>
/// <param name="OfTokens">The exceptions of the token source, if there is one.</param>
internal sealed record SendFailures(IReadOnlyList<string> OfTokens)
{
    // System.Net.Mail wraps these in SmtpException: the server's refusal, a protocol error, a refused or missing
    // sign-in, TLS, a server without STARTTLS, the network, a timeout.
    static readonly string[] OfClient =
    [
        MailKitNames.CommandException,
        MailKitNames.ProtocolException,
        MailKitNames.AuthenticationException,
        MailKitNames.HandshakeException,
        MailKitNames.NotAuthenticatedException,
        MailKitNames.NotConnectedException,
        "global::System.NotSupportedException",
        "global::System.IO.IOException",
        "global::System.Net.Sockets.SocketException",
        "global::System.TimeoutException",
    ];

    // Best first: a namespace and the exceptions of its classes.
    static readonly (string Namespace, string Exception)[] Libraries =
    [
        ("Azure.Core", "Azure.Identity.AuthenticationFailedException"),
        ("Azure.Core", "Azure.RequestFailedException"),
        ("Microsoft.Identity.Client", "Microsoft.Identity.Client.MsalException"),
    ];

    public static readonly SendFailures WithoutTokens = new([]);

    public IEnumerable<string> All => OfClient.Concat(OfTokens);

    /// <summary>
    /// Those of the code that requests a token in the changed document; none if no handler was rewritten.
    /// </summary>
    public static async Task<SendFailures> WithTokens(
        Document document,
        IReadOnlyList<TextChange> changes,
        CancellationToken cancel
    )
    {
        if (!changes.Any(change => change.NewText!.Contains(nameof(TimeoutException))))
            return WithoutTokens;
        var text = (await document.GetTextAsync(cancel).ConfigureAwait(false)).WithChanges(changes);
        if (await document.WithText(text).GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model)
            return WithoutTokens;
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
