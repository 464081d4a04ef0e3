using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace M365Smtp.Tool.Check;

/// <summary>Reads certificates from files.</summary>
internal static class CertificateFile
{
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static X509Certificate2 Authority(string path) =>
        Read(path, () => X509CertificateLoader.LoadCertificateFromFile(path));

    /// <summary>A certificate with its private key: PEM, or PFX with or without a password.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static X509Certificate2 WithPrivateKey(string path, string? password) =>
        Read(
            path,
            () =>
                path.EndsWith(".pem", StringComparison.OrdinalIgnoreCase)
                    ? X509Certificate2.CreateFromPemFile(path)
                    : X509CertificateLoader.LoadPkcs12FromFile(path, password)
        );

    static X509Certificate2 Read(string path, Func<X509Certificate2> load)
    {
        try
        {
            return load();
        }
        catch (Exception unreadable)
            when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be used: {unreadable.Message}");
        }
    }
}
