using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Endpoint;

/// <summary>A tenant's MX endpoint accepts Direct Send and connectors, but never a sign-in.</summary>
internal static class MxHostWithLogin
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP1003),
        "Sign-in at an MX endpoint",
        "'{0}' is an MX endpoint, which does not offer sign-in: it answers \"504 5.7.4 Unrecognized "
            + "authentication type\". Sign in at '{1}' on port 587.",
        Severity.Warning,
        Check
    )
    {
        JudgesSettings = true,
        Description =
            "The code signs in at the MX endpoint of a tenant, which does not offer sign-in. It accepts mail for "
            + "the tenant's own recipients (Direct Send) and mail through a connector (relay), both on port 25. A "
            + "client that signs in belongs to smtp.office365.com, port 587.",
    };

    static Finding? Check(SmtpUsage use) =>
        use.Endpoint is { Kind: HostKind.Mx, UseInstead: { } right }
        && use.Credential.Is(out _, out var login)
        && use.Host.Is(out var host, out var origin)
            ? new Finding(origin, host, right) { Also = ImmutableArray.Create(login) }.FixedBy(
                "Use " + right,
                Edits(use)
            )
            : null;

    static ImmutableArray<Edit> Edits(SmtpUsage use)
    {
        var host = Corrections.Host(use);
        if (host.IsEmpty)
            return host;
        if (use.Port.Is(out var port) && port != Ports.Submission)
            host = host.AddRange(Corrections.Port(use));
        if (use.Tls.Is(out var mode) && mode != TlsMode.StartTls)
            host = host.AddRange(Corrections.Tls(use));
        return host;
    }
}
