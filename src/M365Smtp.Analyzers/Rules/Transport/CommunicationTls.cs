using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Transport;

/// <summary>Azure Communication Services requires STARTTLS before the sign-in.</summary>
internal static class CommunicationTls
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP2006),
        "Azure Communication Services needs STARTTLS",
        "'{0}' accepts a sign-in only after STARTTLS, which is off here. Enable STARTTLS.",
        Severity.Warning,
        Check
    )
    {
        JudgesSettings = true,
        Description =
            "Azure Communication Services Email accepts a sign-in after STARTTLS. Without it the "
            + "sign-in fails; where it is used only if offered, the client secret may go out in plain text.",
    };

    const string Tried =
        "this uses STARTTLS with '{0}' only if it is offered: where something on the way hides the "
        + "offer, the client secret goes out in plain text. Require StartTls.";

    const string Implicit =
        "'{0}' starts in plain text, so TLS from the first byte fails with an "
        + "SslHandshakeException. Use StartTls.";

    static Finding? Check(SmtpUsage use)
    {
        if (use is not { Endpoint: { Kind: HostKind.Communication } host, Api: not SmtpApi.None })
            return null;
        if (!use.Tls.Is(out var mode, out var origin) || Words(mode, use) is not { } words)
            return null;
        return new Finding(origin, host.Name) { Message = words }.FixedBy("Require STARTTLS", Corrections.Tls(use));
    }

    // On any other port the port itself is wrong, which SMTP1009 reports.
    static string? Words(TlsMode mode, SmtpUsage use) =>
        mode switch
        {
            TlsMode.None => Rule.Message,
            TlsMode.Opportunistic => Tried,
            TlsMode.Implicit when use.Port.Is(out var port) && port is Ports.Submission or Ports.Relay => Implicit,
            _ => null,
        };
}
