using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Endpoint;

/// <summary>A host that no document names for submission: unknown, misspelled, or written with a scheme or a
/// port.</summary>
internal static class WrongHost
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP1001),
        "Wrong Microsoft 365 host",
        "'{0}' {1}. Use '{2}'.",
        Severity.Warning,
        Check
    )
    {
        JudgesSettings = true,
        JudgesPresets = true,
        Description =
            "The host is not a Microsoft 365 submission host. It is a name that people guess and Microsoft never "
            + "documented (smtp.office.com, mail.office365.com), one that was switched off (smtp.live.com), a "
            + "misspelled name, or a name with a scheme, a port or a blank in it.",
    };

    static Finding? Check(SmtpUsage use) =>
        use.Endpoint is { Kind: HostKind.Wrong or HostKind.Malformed, UseInstead: { } right } endpoint
        && use.Host.Is(out var host, out var origin)
            ? new Finding(origin, host, endpoint.Note, right).FixedBy("Use " + right, Corrections.Host(use))
            : null;
}
