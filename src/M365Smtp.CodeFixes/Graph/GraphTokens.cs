using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.OAuth;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Graph;

/// <summary>The transport's token source: a credential or a delegate, which the transport calls itself.</summary>
internal static class GraphTokens
{
    const string Delegate = "System.Func<System.Threading.CancellationToken, System.Threading.Tasks.Task<string>>";

    /// <summary>Best first.</summary>
    public static IEnumerable<TokenSource> At(MailKitUses client, SignInCall signIn, SemanticModel model)
    {
        foreach (var (name, type, _) in InScope.Named(client.Creation.Around.SpanStart, model))
            if (TokenSources.Is(type, TokenSources.Credential) || IsDelegate(name, type))
                yield return new(name, false, "");
        if (!IsStaticField(client) && SharedCredential.For(signIn, model) is { } shared)
            yield return new(shared.Name, false, "") { Changes = [shared.Declaration] };
        // The package depends on Azure.Core, which contains the credential types.
        yield return new("new global::Azure.Identity.DefaultAzureCredential()", false, "");
    }

    // Static fields are initialized in declaration order.
    static bool IsStaticField(MailKitUses client) =>
        Enclosing.Member(client.Creation.New) is FieldDeclarationSyntax field
        && field.Modifiers.Any(SyntaxKind.StaticKeyword);

    static bool IsDelegate(string name, ITypeSymbol type) =>
        name.IndexOf("token", StringComparison.OrdinalIgnoreCase) >= 0
        && type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString() == Delegate;
}
