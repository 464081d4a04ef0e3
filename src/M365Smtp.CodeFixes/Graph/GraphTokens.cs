using M365Smtp.CodeFixes.Edits;
using M365Smtp.CodeFixes.OAuth;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Graph;

/// <summary>What the transport gets its tokens from: a credential or a delegate, which it asks itself.</summary>
internal static class GraphTokens
{
    const string Delegate = "System.Func<System.Threading.CancellationToken, System.Threading.Tasks.Task<string>>";

    /// <summary>The best first.</summary>
    public static IEnumerable<TokenSource> At(MailKitUses client, SignInCall signIn, SemanticModel model)
    {
        foreach (var (name, type, _) in AtHand.Named(client.Creation.Around.SpanStart, model))
            if (IsCredential(type) || IsDelegate(name, type))
                yield return new(name, false, "");
        if (!IsStaticField(client) && SharedCredential.For(signIn, model) is { } shared)
            yield return new(shared.Name, false, "") { Changes = [shared.Declaration] };
        // Azure.Core, on which the package depends, brings the credentials along.
        yield return new("new global::Azure.Identity.DefaultAzureCredential()", false, "");
    }

    // Static fields get their values in the order in which they are declared.
    static bool IsStaticField(MailKitUses client) =>
        Around.Member(client.Creation.New) is FieldDeclarationSyntax field
        && field.Modifiers.Any(SyntaxKind.StaticKeyword);

    static bool IsCredential(ITypeSymbol type)
    {
        for (var known = type; known is not null; known = known.BaseType)
            if (
                known is
                { Name: "TokenCredential", ContainingNamespace: { Name: "Core", ContainingNamespace.Name: "Azure" } }
            )
                return true;
        return false;
    }

    static bool IsDelegate(string name, ITypeSymbol type) =>
        name.IndexOf("token", StringComparison.OrdinalIgnoreCase) >= 0
        && type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString() == Delegate;
}
