using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace M365Smtp.Simulator;

/// <summary>
/// The simulated server's certificate and the authority that signed it, which a client under test must trust.
/// </summary>
public sealed class ServerCertificate
{
    // Created once per process, with the real clock, because clients check against theirs.
    static readonly Lazy<X509Certificate2> Trusted = new(() =>
        CertificateMaker.Authority("M365Smtp.Simulator", TimeProvider.System.GetUtcNow())
    );
    static readonly Lazy<X509Certificate2> Untrusted = new(() =>
        CertificateMaker.Authority("Nobody", TimeProvider.System.GetUtcNow())
    );
    static readonly ConcurrentDictionary<CertificateFault, Lazy<ServerCertificate>> Made = new();

    readonly X509Certificate2 server;

    ServerCertificate(CertificateFault fault)
    {
        var now = TimeProvider.System.GetUtcNow();
        string[] hosts =
            fault == CertificateFault.WrongName
                ? ["mail.example.com"]
                : [Knowledge.Hosts.Worldwide, "localhost", "127.0.0.1", "::1"];
        var authority = fault == CertificateFault.UnknownAuthority ? Untrusted.Value : Trusted.Value;
        server = CertificateMaker.Server(
            authority,
            fault == CertificateFault.Expired ? now.AddHours(-1) : now.AddHours(23),
            hosts
        );
    }

    internal static ServerCertificate With(CertificateFault fault) =>
        Made.GetOrAdd(fault, key => new(() => new ServerCertificate(key))).Value;

    /// <summary>The authority, without its private key.</summary>
    public X509Certificate2 Authority { get; } = PublicPart(Trusted.Value);

    /// <summary>
    /// The authority in PEM format, for clients that read a file: <c>SSL_CERT_FILE</c>, <c>swaks --tls-ca-path</c>,
    /// Python's <c>cafile</c>.
    /// </summary>
    public string AuthorityPem =>
        "-----BEGIN CERTIFICATE-----\n"
        + Convert.ToBase64String(Authority.RawData, Base64FormattingOptions.InsertLineBreaks).Replace("\r", "")
        + "\n-----END CERTIFICATE-----\n";

    /// <summary>
    /// Accepts only certificates that the authority signed for the requested host. Use it as the
    /// <see cref="RemoteCertificateValidationCallback"/> of the client under test.
    /// </summary>
    public bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0)
            return false;
        using var own = new X509Chain();
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        own.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        own.ChainPolicy.ExtraStore.Add(Authority);
        using var copy = PublicPart(certificate);
        return own.Build(copy)
            && own.ChainElements[own.ChainElements.Count - 1].Certificate.RawData.SequenceEqual(Authority.RawData);
    }

    internal Task AuthenticateAsync(SslStream tls) =>
        tls.AuthenticateAsServerAsync(
            server,
            clientCertificateRequired: false,
            SslProtocols.None,
            checkCertificateRevocation: false
        );

    static X509Certificate2 PublicPart(X509Certificate certificate) =>
#if NET9_0_OR_GREATER
        X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
#else
        new(certificate.GetRawCertData());
#endif
}
