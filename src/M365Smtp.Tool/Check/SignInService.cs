using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Azure.Identity;
using M365Smtp.Knowledge;

namespace M365Smtp.Tool.Check;

/// <summary>The token service: Entra in the host's cloud, or another named service.</summary>
/// <param name="Named">Null for Entra.</param>
/// <param name="Trusted">The authority of the named service's certificate; null for those trusted by the
/// machine.</param>
internal sealed record SignInService(Cloud Cloud, Uri? Named, X509Certificate2? Trusted)
{
    /// <summary>Only Entra knows Entra's own hosts.</summary>
    public bool SkipsDiscovery => Named is not null;

    /// <summary>Configures a credential for this service.</summary>
    public T Aim<T>(T options)
        where T : TokenCredentialOptions
    {
        options.AuthorityHost = Named ?? Entra(Cloud);
        // A check has one deadline, and a user is waiting.
        options.Retry.MaxRetries = 0;
        if (Named is not null && Trusted is not null)
            options.Transport = new HttpClientTransport(new HttpClient(Trusting(Trusted)));
        return options;
    }

    static SocketsHttpHandler Trusting(X509Certificate2 authority)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.Add(authority);
        return new() { SslOptions = { CertificateChainPolicy = policy }, AllowAutoRedirect = false };
    }

    // Source: the authorities of the national clouds, facts 6.
    static Uri Entra(Cloud cloud) =>
        cloud switch
        {
            Cloud.GccHigh or Cloud.Dod => AzureAuthorityHosts.AzureGovernment,
            Cloud.China => AzureAuthorityHosts.AzureChina,
            _ => AzureAuthorityHosts.AzurePublicCloud,
        };
}
