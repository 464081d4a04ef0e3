using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>Any value made from an OAuth scope represents the token.</summary>
internal static class Tokens
{
    // They sign in as the application. Source: learn, Azure.Identity service principal credentials.
    static readonly string[] OfApplication =
    [
        "ClientSecretCredential",
        "ClientCertificateCredential",
        "ClientAssertionCredential",
    ];

    /// <summary>The token that a call requests; null if it requests none.</summary>
    public static ClientValues.Token? Requested(CallSite site) =>
        From(site.Visit, site.Arguments) is not { } token ? null
        : IsForApplication(site.Method) ? token with { IsForApplication = true }
        : token;

    static bool IsForApplication(IMethodSymbol request) =>
        request.Name == "AcquireTokenForClient"
        || OfApplication.Contains(request.ContainingType.Name);

    /// <summary>The scope among the arguments of a token request.</summary>
    public static ClientValues.Token? From(Visit visit, Arguments arguments)
    {
        foreach (var (_, value, _) in arguments)
        {
            if (value is ClientValues.Token token)
                return token;
            if (ScopeIn(visit, value) is { } scope)
                return new(scope);
        }
        return null;
    }

    /// <summary>
    /// The value made from a scope, if it represents the token; null for a client, a login or an object declared in
    /// source, which are tracked themselves.
    /// </summary>
    public static ClientValues.Token? Created(Visit visit, INamedTypeSymbol type, Arguments arguments) =>
        visit.IsInSource(type)
        || visit.Watches(type)
        || type.Name == "NetworkCredential"
        || type.Name.StartsWith("SaslMechanism", StringComparison.Ordinal)
            ? null
            : From(visit, arguments);

    static Value.Constant? ScopeIn(Visit visit, Value value)
    {
        if (value is Value.Constant { Data: string text } constant)
            return OAuthScopes.LooksLikeScope(text) ? constant : null;
        if (value is not Value.Instance list || visit.Scope.Types.IsClient(list.Allocation.Type))
            return null;
        for (var i = 1; visit.State.Member(list.Allocation, Slot.Element(i)) is Value.Constant item; i++)
            if (ScopeIn(visit, item) is { } found)
                return found;
        return null;
    }
}
