using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Endpoint;

/// <summary>A documented host whose retirement is announced or past.</summary>
internal static class DeprecatedHost
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP1006),
        "Deprecated Microsoft 365 host",
        "'{0}' {1}. Use '{2}'.",
        Severity.Info,
        Check
    )
    {
        JudgesSettings = true,
        Description =
            "The host is documented, but its end is announced or past: the old name of High Volume Email, the "
            + "opt-in hosts for TLS 1.0 and 1.1, and the German cloud, which closed in October 2021.",
    };

    static Finding? Check(SmtpUsage use)
    {
        if (use.Endpoint is not { Kind: HostKind.Deprecated } endpoint || !use.Host.Is(out var host, out var origin))
            return null;
        return endpoint.UseInstead is { } right
            ? new Finding(origin, host, endpoint.Note, right).FixedBy("Use " + right, Corrections.Host(use))
            : new Finding(origin, host, endpoint.Note) { Message = "'{0}' {1}" };
    }
}
