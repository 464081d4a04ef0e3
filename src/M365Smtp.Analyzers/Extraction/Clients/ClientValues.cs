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
    internal sealed record Endpoint(SmtpUsage Usage) : Value
    {
        /// <summary>A path leads here on which the client has not connected, or not that we know.</summary>
        public bool IsUnsure { get; init; }

        /// <summary>
        /// Merges two paths to the same endpoint, or one that has connected with one that has not: 'if
        /// (!client.IsConnected) client.Connect(…)'. If the client is connected, it is so there. Null if they differ.
        /// </summary>
        public static Endpoint? Of(Value a, Value b) =>
            (a, b) switch
            {
                (Endpoint one, Endpoint other) when one.IsLike(other) => one.IsBefore(other)
                    ? one.Or(other.IsUnsure)
                    : other.Or(one.IsUnsure),
                (Endpoint one, _) when b == Unset => one.Or(true),
                (_, Endpoint other) when a == Unset => other.Or(true),
                _ => null,
            };

        bool IsLike(Endpoint other) =>
            Usage.Host.Is(out var host)
            && other.Usage.Host.Is(out var itsHost)
            && host == itsHost
            && Usage.Port.Is(out var port)
            && other.Usage.Port.Is(out var itsPort)
            && port == itsPort
            && Usage.Tls.Is(out var tls)
            && other.Usage.Tls.Is(out var itsTls)
            && tls == itsTls;

        bool IsBefore(Endpoint other) => Usage.Site.Call.Place.CompareTo(other.Usage.Site.Call.Place) <= 0;

        Endpoint Or(bool isUnsure) => IsUnsure || !isUnsure ? this : this with { IsUnsure = true };
    }
}
