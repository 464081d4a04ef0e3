using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Endpoint;

/// <summary>Documented once, with an end in sight or past.</summary>
internal static class DeprecatedHost
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP1006),
        "This host is on its way out",
        "'{0}' {1}; use '{2}'",
        Severity.Info,
        Check);

    static Finding? Check(SmtpUsage use)
    {
        if (use.Endpoint is not { Kind: HostKind.Deprecated } endpoint || !use.Host.Is(out var host, out var origin)) return null;
        return endpoint.UseInstead is { } right
            ? new Finding(origin, host, endpoint.Note, right).FixedBy("Use " + right, PutRight.Host(use))
            : new Finding(origin, host, endpoint.Note) { Message = "'{0}' {1}" };
    }
}
