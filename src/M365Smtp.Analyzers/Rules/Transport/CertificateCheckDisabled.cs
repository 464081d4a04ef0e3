using M365Smtp.Analyzers.Model;
using System.Collections.Immutable;

namespace M365Smtp.Analyzers.Rules.Transport;

/// <summary>TLS with a certificate that nobody checks is TLS with whoever answers.</summary>
internal static class CertificateCheckDisabled
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP2004),
        "The server's certificate must be checked",
        "this accepts every certificate, so whoever sits between the client and {0} reads the sign-in and the mail without any error",
        Severity.Warning,
        Check);

    static Finding? Check(SmtpUsage use) =>
        !use.IsAimedElsewhere && use.AcceptsAnyCertificate.Is(out var any, out var origin) && any
            ? new Finding(origin, use.Endpoint is { } endpoint ? "'" + endpoint.Server + "'" : "the mail server")
                .FixedBy("Check the certificate", ImmutableArray.Create(Edit.Remove(origin)))
            : null;
}
