using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Endpoint;

/// <summary>A name that no document gives for submission, or one misspelt or written with a scheme or a port.</summary>
internal static class WrongHost
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP1001),
        "This is not the name of a Microsoft 365 submission host",
        "'{0}' {1}; use '{2}'",
        Severity.Warning,
        Check);

    static Finding? Check(SmtpUsage use) =>
        use.Endpoint is { Kind: HostKind.Wrong or HostKind.Malformed, UseInstead: { } right } endpoint && use.Host.Is(out var host, out var origin)
            ? new Finding(origin, host, endpoint.Note, right).FixedBy("Use " + right, PutRight.Host(use))
            : null;
}
