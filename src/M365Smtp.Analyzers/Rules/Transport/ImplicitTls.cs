using System.Globalization;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Transport;

/// <summary>Ports 587 and 25 start in plain text, so a TLS handshake as the first bytes fails.</summary>
internal static class ImplicitTls
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP2002),
        "Implicit TLS on a STARTTLS port",
        "'{1}' expects STARTTLS on port {0}: implicit TLS fails with an SslHandshakeException. Use StartTls.",
        Severity.Warning,
        Check
    )
    {
        JudgesSettings = true,
        JudgesPresets = true,
        Description =
            "Ports 587 and 25 start in plain text and switch to TLS with the STARTTLS command. "
            + "SecureSocketOptions.SslOnConnect and useSsl: true start TLS with the first byte, which no Microsoft "
            + "365 port expects. Despite its name, useSsl: true is not MailKit's form of EnableSsl = true.",
    };

    const string OfOther = "'{1}' starts in plain text on port {0}, so TLS from the first byte fails; require STARTTLS";

    // Every other port is itself wrong, which SMTP1004 reports.
    static Finding? Check(SmtpUsage use) =>
        use is { Endpoint: { TakesSubmission: true } or { Kind: HostKind.Mx }, Api: not SmtpApi.None }
        && use.Port.Is(out var port)
        && port is Ports.Submission or Ports.Relay
        && use.Tls.Is(out var mode, out var origin)
        && mode == TlsMode.Implicit
            ? new Finding(origin, port.ToString(CultureInfo.InvariantCulture), use.Endpoint.Server)
            {
                Message = use.Api == SmtpApi.Other ? OfOther : null,
            }.FixedBy("Use STARTTLS", Corrections.Tls(use))
            : null;
}
