using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Azure.Identity;
using M365Smtp.Knowledge;

namespace M365Smtp.Tool.Check;

/// <summary>Where tokens come from: Entra of the host's cloud, or another service that is named.</summary>
/// <param name="Named">Null for Entra.</param>
/// <param name="Trusted">An authority that signed the named service's certificate; null for what the machine
/// trusts.</param>
internal sealed record SignInService(Cloud Cloud, Uri? Named, X509Certificate2? Trusted)
{
    /// <summary>Only Entra knows Entra's own hosts.</summary>
    public bool SkipsDiscovery => Named is not null;

    /// <summary>Aims a credential at it.</summary>
    public T Aim<T>(T options)
        where T : TokenCredentialOptions
    {
        options.AuthorityHost = Named ?? Entra(Cloud);
        // A check has one deadline, and somebody waits for it.
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
