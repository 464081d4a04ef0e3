using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using M365Smtp.Knowledge;

namespace M365Smtp.Probe;

/// <summary>Validates the server's certificate and records why it was refused.</summary>
/// <param name="authority">An authority trusted in addition to those of the machine, or null.</param>
internal sealed class CertificateCheck(string host, X509Certificate2? authority)
{
    const X509ChainStatusFlags Untrusted = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;

    static readonly Remedy AllowThrough = new(
        "Let the connection pass without TLS inspection, or have this machine trust the inspecting authority. "
            + "Keep the certificate check on.",
        Link: Links.Submission
    );

    static readonly Remedy CheckClock = new(
        "Check the clock of this machine. If it is right, the server has to renew its certificate. Keep the "
            + "certificate check on.",
        Link: Links.Submission
    );

    static readonly Remedy UseName = new(
        "Connect to the DNS name that the certificate is for, smtp.office365.com, not to an address or an alias of it.",
        Link: Links.Submission
    );

    // "DNS:a, DNS:b" on Linux, "DNS Name=a" on Windows.
    static readonly Regex DnsName = new(@"DNS[^:=,]*[:=]\s*([^,\s]+)", RegexOptions.CultureInvariant);

    /// <summary>Why the certificate was refused; null if it was not.</summary>
    public StageFailure? Refusal { get; private set; }

    /// <summary>A description of the certificate: subject, issuer and ISO dates (UTC).</summary>
    public string Detail { get; private set; } = "no certificate";

    /// <summary>The validation callback for <see cref="SslStream"/>.</summary>
    public bool Accept(X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors)
    {
        if (shown is null)
        {
            Refusal = new(Gate.Tls, "The server showed no certificate.");
            return false;
        }
        using var certificate = new X509Certificate2(shown);
        Detail = Words(certificate);
        var status = Flags(chain);
        if ((errors & SslPolicyErrors.RemoteCertificateChainErrors) != 0 && authority is not null)
        {
            if (IsSignedBy(authority, certificate, out status))
                errors &= ~SslPolicyErrors.RemoteCertificateChainErrors;
        }
        if (errors == SslPolicyErrors.None)
            return true;
        Refusal = Refuse(certificate, status, errors);
        return false;
    }

    StageFailure Refuse(X509Certificate2 certificate, X509ChainStatusFlags status, SslPolicyErrors errors)
    {
        List<(string Reason, Remedy Remedy)> why = [];
        if ((errors & SslPolicyErrors.RemoteCertificateNameMismatch) != 0)
            why.Add(($"it is for {Names(certificate)}, not for '{host}'", UseName));
        if ((status & X509ChainStatusFlags.NotTimeValid) != 0)
            why.Add((Dates(certificate, TimeProvider.System.GetUtcNow()), CheckClock));
        if ((status & Untrusted) != 0)
            why.Add((Issuer(certificate), AllowThrough));
        const X509ChainStatusFlags told = Untrusted | X509ChainStatusFlags.NotTimeValid;
        if ((status & ~told) is not X509ChainStatusFlags.NoError and var others)
            why.Add(($"the check of its chain says {others}", AllowThrough));
        if (why.Count == 0)
            why.Add(("its chain could not be checked", AllowThrough));
        var reasons = string.Join("; ", why.Select(one => one.Reason));
        return new(Gate.Tls, $"The certificate was refused: {reasons}. It is {Detail}.") { Remedy = why[0].Remedy };
    }

    static string Dates(X509Certificate2 certificate, DateTimeOffset now) =>
        now > certificate.NotAfter ? $"it expired on {Day(certificate.NotAfter)}"
        : now < certificate.NotBefore ? $"it is not valid before {Day(certificate.NotBefore)}"
        : "a certificate above it is out of date";

    static string Issuer(X509Certificate2 certificate) =>
        certificate.Subject == certificate.Issuer
            ? "it is self-signed, so nothing shows whose it is"
            : $"this machine does not trust its issuer, {Printable(certificate.Issuer)}: often a proxy or "
                + "antivirus program "
                + "that inspects TLS";

    static string Names(X509Certificate2 certificate)
    {
        var extension = certificate.Extensions["2.5.29.17"]?.Format(multiLine: false) ?? "";
        var names = DnsName
            .Matches(extension)
            .Cast<Match>()
            .Select(match => $"'{Printable(match.Groups[1].Value)}'")
            .Take(4);
        return names.ToArray() is { Length: > 0 } found ? string.Join(", ", found) : Printable(certificate.Subject);
    }

    static string Words(X509Certificate2 certificate) =>
        $"certificate {Printable(certificate.Subject)}, issued by {Printable(certificate.Issuer)}, "
        + $"valid from {Day(certificate.NotBefore)} until {Day(certificate.NotAfter)}";

    static string Day(DateTime local) => FormattableString.Invariant($"{local.ToUniversalTime():yyyy-MM-dd}");

    static X509ChainStatusFlags Flags(X509Chain? chain) =>
        chain is null
            ? X509ChainStatusFlags.NoError
            : chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);

    // Ignores an unknown authority only if it is this one; dates, signatures and name are still checked.
    static bool IsSignedBy(X509Certificate2 authority, X509Certificate2 certificate, out X509ChainStatusFlags status)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        chain.ChainPolicy.ExtraStore.Add(authority);
        var holds = chain.Build(certificate);
        var root = chain.ChainElements[chain.ChainElements.Count - 1].Certificate;
        var isIts = root.RawData.AsSpan().SequenceEqual(authority.RawData);
        status = isIts ? Flags(chain) & ~Untrusted : Flags(chain);
        return holds && isIts;
    }

    static string Printable(string text) => new([.. text.Take(200).Select(c => char.IsControl(c) ? '?' : c)]);
}
