using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace M365Smtp.Simulator;

/// <summary>Creates an authority and the server certificates it signs.</summary>
internal static class CertificateMaker
{
    const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    public static X509Certificate2 Authority(string name, DateTimeOffset now)
    {
        using var key = NewKey();
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(now.AddDays(-2), now.AddYears(1));
    }

    /// <summary>A certificate for the first host, with all hosts as subject alternative names.</summary>
    public static X509Certificate2 Server(X509Certificate2 authority, DateTimeOffset notAfter, params string[] hosts)
    {
        using var key = NewKey();
        var request = new CertificateRequest("CN=" + hosts[0], key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], false));
        request.CertificateExtensions.Add(AlternativeNames(hosts));
        request.CertificateExtensions.Add(SignedBy(authority));
        using var signed = request.Create(authority, notAfter.AddDays(-1), notAfter, Guid.NewGuid().ToByteArray());
#if NETSTANDARD2_0
        using var whole = CertificateRequest.CopyWithPrivateKey(signed, key);
#else
        using var whole = signed.CopyWithPrivateKey(key);
#endif
        // Windows serves TLS only with a key loaded from a PFX.
        return Load(whole.Export(X509ContentType.Pfx));
    }

    public static X509Certificate2 Load(byte[] pfx) =>
#if NET9_0_OR_GREATER
        X509CertificateLoader.LoadPkcs12(pfx, null);
#else
        new(pfx);
#endif

    static ECDsa NewKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    // SEQUENCE of [2] DNS names and [7] IP addresses, short enough for a one-byte length.
    static X509Extension AlternativeNames(string[] hosts)
    {
        var names = new List<byte>();
        foreach (var host in hosts)
        {
            var isAddress = IPAddress.TryParse(host, out var address);
            var bytes = isAddress ? address!.GetAddressBytes() : Encoding.ASCII.GetBytes(host);
            names.AddRange([(byte)(isAddress ? 0x87 : 0x82), (byte)bytes.Length, .. bytes]);
        }
        return new("2.5.29.17", [0x30, (byte)names.Count, .. names], critical: false);
    }

    // The authority key identifier, which Python's strict verification requires.
    static X509Extension SignedBy(X509Certificate2 authority)
    {
        var hex = authority.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single().SubjectKeyIdentifier!;
        var id = Enumerable
            .Range(0, hex.Length / 2)
            .Select(i => byte.Parse(hex.Substring(2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            .ToArray();
        return new("2.5.29.35", [0x30, (byte)(id.Length + 2), 0x80, (byte)id.Length, .. id], critical: false);
    }
}
