using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Endpoint;

/// <summary>Client submission listens on 587 and 25, on no other port.</summary>
internal static class WrongPort
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP1004),
        "Microsoft 365 takes mail on port 587 only",
        "'{1}' takes no mail on port {0}: the connection times out; use port 587 with STARTTLS",
        Severity.Warning,
        Check);

    static Finding? Check(SmtpUsage use) =>
        use.IsAimedAtSubmission && use.Port.Is(out var port, out var origin) && port is not (Ports.Submission or Ports.Relay)
            ? new Finding(origin, port.ToString(), use.Endpoint!.Name)
            {
                FixTitle = "Use port 587",
                Edits = PutRight.Port(use).AddRange(PutRight.ImplicitTls(use)),
            }
            : null;
}
