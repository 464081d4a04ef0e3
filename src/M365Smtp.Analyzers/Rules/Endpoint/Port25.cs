using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Endpoint;

/// <summary>Documented, but often blocked by networks.</summary>
internal static class Port25
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP1005),
        "Port 25 is often blocked",
        "'{1}' also accepts mail on port {0}, but Azure and many networks block that port, and the connection "
            + "times out. Use port 587.",
        Severity.Info,
        Check
    )
    {
        JudgesSettings = true,
        Description =
            "Port 25 is documented for client submission and works where it can be reached. Azure, most cloud "
            + "providers and many networks block it for outgoing connections, so code that sends from a desk fails "
            + "in production. It is also the default port of System.Net.Mail.SmtpClient.",
        Switch = "m365smtp.allow_port_25",
    };

    const string Undocumented =
        "Azure and many networks block port {0}, and the connection to '{1}' times out. Use port 587.";

    const string AlsoElsewhere = "Azure and many networks block port {0}, at the right host too. Use port 587.";

    static Finding? Check(SmtpUsage use) =>
        use.IsAimedAtSubmission && use.Port.Is(out var port, out var origin) && port == Ports.Relay
            ? new Finding(origin, "25", use.Endpoint.Server)
            {
                Message =
                    use.Endpoint.TakesPort25 ? null
                    : use.Endpoint.Kind == HostKind.Wrong ? AlsoElsewhere
                    : Undocumented,
            }.FixedBy("Use port 587", Corrections.PortAndTls(use))
            : null;
}
