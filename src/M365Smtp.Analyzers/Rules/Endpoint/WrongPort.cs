using System.Globalization;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Endpoint;

/// <summary>Client submission listens only on ports 587 and 25.</summary>
internal static class WrongPort
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP1004),
        "Wrong port for Microsoft 365",
        "'{1}' does not accept mail on port {0}: the connection times out or is refused. Use port 587 with STARTTLS.",
        Severity.Warning,
        Check
    )
    {
        JudgesSettings = true,
        JudgesPresets = true,
        Description =
            "Client submission listens on port 587, and on port 25, which SMTP1005 covers. Microsoft does not "
            + "support port 465 (implicit TLS), and 2525, 443 or 993 do not accept mail either.",
    };

    static Finding? Check(SmtpUsage use) =>
        use.IsAimedAtSubmission
        && use.Port.Is(out var port, out var origin)
        && port is not (Ports.Submission or Ports.Relay)
        && MeansSmtp(use, port)
            ? new Finding(origin, port.ToString(CultureInfo.InvariantCulture), use.Endpoint.Server).FixedBy(
                "Use port 587",
                Corrections.PortAndTls(use)
            )
            : null;

    // In a preset 'outlook.office365.us' with 993 is IMAP, and correct.
    static bool MeansSmtp(SmtpUsage use, int port) =>
        use.Moment != Moment.Mention
        || Ports.IsForMail(port)
        || use.Endpoint!.Name.StartsWith("smtp", StringComparison.OrdinalIgnoreCase);
}
