using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>Values specific to mail code.</summary>
internal static class ClientValues
{
    /// <summary>
    /// <c>CredentialCache.DefaultNetworkCredentials</c>: the Windows account, for which Exchange Online offers no
    /// sign-in.
    /// </summary>
    public static readonly Value WindowsLogin = new Value.Marker("Windows login");

    /// <summary>A value made from an OAuth scope: a token request, its result, the token.</summary>
    internal sealed record Token(Value.Constant Scope) : Value
    {
        /// <summary>An application requests it for itself (client credentials).</summary>
        public bool IsForApplication { get; init; }
    }

    /// <summary>A fact about a client, derived at the call that set it.</summary>
    internal sealed record WorkedOut<T>(Fact<T> Fact) : Value;

    /// <summary>Where and how a client has connected.</summary>
    internal sealed record Endpoint(SmtpUsage Usage) : Value;
}
