using System.Globalization;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Endpoint;

/// <summary>Azure Communication Services listens on 587 and 25.</summary>
internal static class CommunicationPort
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP1009),
        "Wrong port for Azure Communication Services",
        "'{1}' does not listen on port {0}, so the connection fails. Use port 587 with STARTTLS.",
        Severity.Warning,
        Check
    )
    {
        JudgesSettings = true,
        Description =
            "Azure Communication Services Email listens on port 587, which is recommended, and on "
            + "port 25. On every other port the connection times out or is refused.",
    };

    static Finding? Check(SmtpUsage use) =>
        use.Endpoint is { Kind: HostKind.Communication } host
        && use.Port.Is(out var port, out var origin)
        && port is not (Ports.Submission or Ports.Relay)
            ? new Finding(origin, port.ToString(CultureInfo.InvariantCulture), host.Name).FixedBy(
                "Use port 587",
                Corrections.PortAndTls(use)
            )
            : null;
}
