using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules.Transport;

/// <summary>TLS without certificate validation is TLS with whoever answers.</summary>
internal static class CertificateCheckDisabled
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP2004),
        "Certificate validation is disabled",
        "this accepts any certificate: anyone between the client and '{0}' can read the credentials and the mail, "
            + "unnoticed",
        Severity.Warning,
        Check
    )
    {
        AtAnyHost = ["servercertificatevalidationcallback"],
        Description =
            "A callback that accepts every certificate removes the only proof that the server is Exchange "
            + "Online. TLS then protects the connection to whoever answers. The certificate of Exchange Online is "
            + "valid for every client with current root certificates, so there is nothing to work around.",
    };

    const string OfAnyHost =
        "this accepts any certificate: anyone in between can read the credentials and the mail, unnoticed";

    static Finding? Check(SmtpUsage use) =>
        !use.IsAimedElsewhere && use.AcceptsAnyCertificate.Is(out var any, out var origin) && any
            ? new Finding(origin, use.Endpoint?.Server ?? "")
            {
                Message = use.Endpoint is null ? OfAnyHost : null,
            }.FixedBy("Validate the certificate", ImmutableArray.Create(Edit.Remove(origin)))
            : null;
}
