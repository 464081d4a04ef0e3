#if NETSTANDARD2_0
using System.Collections.ObjectModel;
using System.Reflection;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace M365Smtp.Simulator;

/// <summary>
/// Wraps the framework's CertificateRequest by reflection: netstandard2.0 lacks it, but every runtime has it (.NET
/// Framework since 4.7.2).
/// </summary>
internal sealed class CertificateRequest(string subject, ECDsa key, HashAlgorithmName hash)
{
    const string Home = "System.Security.Cryptography.X509Certificates.";

    static readonly Type Framework = Find("CertificateRequest");

    readonly object request = Activator.CreateInstance(Framework, subject, key, hash)!;

    public Collection<X509Extension> CertificateExtensions =>
        (Collection<X509Extension>)Get(nameof(CertificateExtensions));

    public PublicKey PublicKey => (PublicKey)Get(nameof(PublicKey));

    public X509Certificate2 CreateSelfSigned(DateTimeOffset notBefore, DateTimeOffset notAfter) =>
        (X509Certificate2)Call(nameof(CreateSelfSigned), notBefore, notAfter);

    public X509Certificate2 Create(
        X509Certificate2 issuer,
        DateTimeOffset notBefore,
        DateTimeOffset notAfter,
        byte[] serialNumber
    ) => (X509Certificate2)Call(nameof(Create), issuer, notBefore, notAfter, serialNumber);

    public static X509Certificate2 CopyWithPrivateKey(X509Certificate2 certificate, ECDsa key) =>
        (X509Certificate2)
            Find("ECDsaCertificateExtensions")
                .GetMethod(nameof(CopyWithPrivateKey), [typeof(X509Certificate2), typeof(ECDsa)])!
                .Invoke(null, [certificate, key])!;

    object Get(string property) => Framework.GetProperty(property)!.GetValue(request)!;

    object Call(string method, params object[] arguments) =>
        Framework
            .GetMethod(method, Array.ConvertAll(arguments, argument => argument.GetType()))!
            .Invoke(request, arguments)!;

    static Type Find(string name) =>
        typeof(X509Certificate2).Assembly.GetType(Home + name)
        ?? typeof(Enumerable).Assembly.GetType(Home + name)
        ?? Assembly.Load("System.Security.Cryptography.X509Certificates").GetType(Home + name)
        ?? throw new PlatformNotSupportedException(
            "The simulator makes its own certificate, which needs .NET Framework 4.7.2 or .NET Core 2.0."
        );
}
#endif
