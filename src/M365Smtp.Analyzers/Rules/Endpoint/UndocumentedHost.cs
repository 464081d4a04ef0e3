using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Endpoint;

/// <summary>It may work today, but Microsoft does not document it.</summary>
internal static class UndocumentedHost
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP1002),
        "Undocumented Microsoft 365 host",
        "'{0}' {1}. Use '{2}'.",
        Severity.Info,
        Check
    )
    {
        JudgesSettings = true,
        Description =
            "The host has been seen to accept mail, but Microsoft does not document it for client submission, so "
            + "it may stop working without notice.",
    };

    static Finding? Check(SmtpUsage use) =>
        use.Endpoint is { Kind: HostKind.Undocumented, UseInstead: { } right } endpoint
        && MeansSmtp(use)
        && use.Host.Is(out var host, out var origin)
            ? new Finding(origin, host, endpoint.Note, right).FixedBy("Use " + right, Corrections.Host(use))
            : null;

    // The same name is right for IMAP, POP and EWS; only the port shows which is meant.
    static bool MeansSmtp(SmtpUsage use) =>
        use.Moment != Moment.Mention || use.Port.Is(out var port) && Ports.IsForMail(port);
}
