using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace M365Smtp.CodeFixes.OAuth;

/// <summary>
/// Possible token sources: what is in scope, then what the project references, then the creator of the class.
/// </summary>
internal static class TokenSources
{
    public const string Credential = "Azure.Core.TokenCredential";

    const string DefaultCredential = "Azure.Identity.DefaultAzureCredential";
    const string Confidential = "Microsoft.Identity.Client.IConfidentialClientApplication",
        Public = "Microsoft.Identity.Client.IPublicClientApplication";

    static readonly string[] AzureFailures =
    [
        "Azure.Identity.AuthenticationFailedException",
        "Azure.RequestFailedException",
    ];

    /// <summary>Best first.</summary>
    public static IEnumerable<TokenSource> Of(SignInCall signIn, RequestedScopes scopes, SemanticModel model) =>
        Known(signIn, scopes, model).Select(source => source with { Failure = FailureOf(source, model.Compilation) });

    static string? FailureOf(TokenSource source, Compilation compilation) => (
            source.Member == ".Token" ? AzureFailures
            : source.Member == ".AccessToken" ? ["Microsoft.Identity.Client.MsalException"]
            : []
        ).Where(type => compilation.GetTypeByMetadataName(type) is not null).Select(type => "global::" + type).FirstOrDefault();

    static IEnumerable<TokenSource> Known(SignInCall signIn, RequestedScopes scopes, SemanticModel model)
    {
        var compilation = model.Compilation;
        foreach (
            var source in InScope
                .Named(signIn.Login.At.SpanStart, model)
                .Select(named => From(named.Name, named.Type, signIn, scopes, compilation))
        )
            if (source is not null)
                yield return source;
        if (Delegate(signIn, compilation) is not { } function)
            yield break;
        if (scopes.AppOnly.Length > 0 && compilation.GetTypeByMetadataName(DefaultCredential) is not null)
        {
            if (SharedCredential.For(signIn, model) is { } shared)
                yield return Azure(shared.Name, signIn, scopes, compilation) with
                {
                    Changes = [shared.Declaration],
                };
            yield return Azure($"new global::{DefaultCredential}()", signIn, scopes, compilation);
            yield break;
        }
        var (type, parameter) =
            scopes.AppOnly.Length > 0 && compilation.GetTypeByMetadataName(Confidential) is { } msal
                ? (msal, "confidentialClient")
                : (function, "getAccessToken");
        if (
            InjectedSource.Into(signIn, type, parameter, model) is { } injected
            && From(injected.Call, type, signIn, scopes, compilation) is { } request
        )
            yield return request with
            {
                Changes = injected.Changes,
                Changed = injected.Changed,
            };
    }

    static TokenSource? From(
        string name,
        ITypeSymbol type,
        SignInCall signIn,
        RequestedScopes scopes,
        Compilation compilation
    )
    {
        if (Is(type, Credential))
            return scopes.AppOnly.Length > 0 ? Azure(name, signIn, scopes, compilation) : null;
        if (Is(type, Confidential))
            return scopes.AppOnly.Length > 0
                ? new(
                    $"{name}.AcquireTokenForClient({List(scopes.AppOnly, compilation)}).ExecuteAsync({signIn.Cancellation})",
                    true,
                    ".AccessToken"
                )
                : null;
        // Silent: uses the account already signed in. A sign-in window must not open in the middle of a send.
        if (Is(type, Public))
            return scopes.Delegated.Length > 0
                ? new(
                    $"{name}.AcquireTokenSilent({List(scopes.Delegated, compilation)}, "
                        + $"{signIn.Login.User}).ExecuteAsync({signIn.Cancellation})",
                    true,
                    ".AccessToken"
                )
                : null;
        if (name.IndexOf("token", StringComparison.OrdinalIgnoreCase) < 0)
            return null;
        return type.ToDisplayString() switch
        {
            "System.Func<string>" => new(name + "()", false, ""),
            "System.Func<System.Threading.CancellationToken, System.Threading.Tasks.Task<string>>" => new(
                $"{name}({signIn.Cancellation})",
                true,
                ""
            ),
            _ => null,
        };
    }

    static TokenSource Azure(string credential, SignInCall signIn, RequestedScopes scopes, Compilation compilation)
    {
        var request =
            $"new global::Azure.Core.TokenRequestContext({List(scopes.AppOnly, compilation)}), {signIn.Cancellation}";
        return signIn.IsAsync
            ? new($"{credential}.GetTokenAsync({request})", true, ".Token")
            : new($"{credential}.GetToken({request})", false, ".Token");
    }

    static string List(string scope, Compilation compilation) =>
        compilation is CSharpCompilation { LanguageVersion: >= (LanguageVersion)1200 }
            ? $"[\"{scope}\"]"
            : $"new[] {{ \"{scope}\" }}";

    static INamedTypeSymbol? Delegate(SignInCall signIn, Compilation compilation)
    {
        var text = compilation.GetSpecialType(SpecialType.System_String);
        if (!signIn.IsAsync)
            return compilation.GetTypeByMetadataName("System.Func`1")?.Construct(text);
        return
            compilation.GetTypeByMetadataName("System.Threading.CancellationToken") is { } cancellation
            && compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1") is { } task
            ? compilation.GetTypeByMetadataName("System.Func`2")?.Construct(cancellation, task.Construct(text))
            : null;
    }

    /// <summary>The type is that one, derives from it or implements it.</summary>
    public static bool Is(ITypeSymbol type, string name)
    {
        for (var known = type; known is not null; known = known.BaseType)
            if (known.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString() == name)
                return true;
        return type.AllInterfaces.Any(known => known.ToDisplayString() == name);
    }
}
