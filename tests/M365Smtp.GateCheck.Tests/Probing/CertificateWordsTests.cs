using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using M365Smtp.Probe;

namespace M365Smtp.Tests.Probing;

/// <summary>Why a certificate was refused, in words that name it.</summary>
public class CertificateWordsTests
{
    const string Host = "smtp.office365.com";

    static X509Certificate2 Certificate(string subject, params string[] names)
    {
        using var key = ECDsa.Create();
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        if (names.Length > 0)
        {
            var builder = new SubjectAlternativeNameBuilder();
            foreach (var name in names)
                builder.AddDnsName(name);
            request.CertificateExtensions.Add(builder.Build());
        }
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    static string? Refused(X509Certificate2? certificate, SslPolicyErrors errors)
    {
        var check = new CertificateCheck(Host, null);
        Assert.Equal(
            errors == SslPolicyErrors.None && certificate is not null,
            check.Accept(certificate, null, errors)
        );
        return check.Refusal?.Message;
    }

    [Fact]
    public void None_at_all() =>
        Assert.Equal("The server showed no certificate.", Refused(null, SslPolicyErrors.RemoteCertificateNotAvailable));

    [Fact]
    public void One_that_holds() => Assert.Null(Refused(Certificate("CN=" + Host), SslPolicyErrors.None));

    [Fact]
    public void One_for_other_names() =>
        Assert.StartsWith(
            $"The certificate was refused: it is for 'a.example', 'b.example', 'c.example', 'd.example', not for '{Host}'.",
            Refused(
                Certificate("CN=x", "a.example", "b.example", "c.example", "d.example", "e.example"),
                SslPolicyErrors.RemoteCertificateNameMismatch
            )
        );

    [Fact]
    public void One_without_names_has_its_subject() =>
        Assert.StartsWith(
            $"The certificate was refused: it is for CN=mail.example, not for '{Host}'.",
            Refused(Certificate("CN=mail.example"), SslPolicyErrors.RemoteCertificateNameMismatch)
        );

    [Fact]
    public void One_whose_chain_tells_nothing() =>
        Assert.StartsWith(
            "The certificate was refused: its chain could not be checked.",
            Refused(Certificate("CN=" + Host), SslPolicyErrors.RemoteCertificateChainErrors)
        );

    [Fact]
    public void A_subject_is_cut_where_it_would_fill_the_report() =>
        Assert.InRange(
            Refused(
                Certificate(
                    "CN=a, " + string.Join(", ", Enumerable.Range(0, 20).Select(i => $"OU={new string('u', 60)}{i}"))
                ),
                SslPolicyErrors.RemoteCertificateNameMismatch
            )!.Length,
            600,
            850
        );
}
