using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules.Transport;

/// <summary>Exchange Online accepts TLS 1.2 and later; only the legacy endpoint accepts older versions.</summary>
internal static class ObsoleteTlsVersion
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP2005),
        "Obsolete TLS version",
        "Microsoft 365 does not accept {0} and answers such a connection with \"421 4.7.66 TLS 1.0 and 1.1 are not "
            + "supported\". Let the operating system choose the TLS version (remove this line).",
        Severity.Warning,
        Check
    )
    {
        AtAnyHost = ["securityprotocol"],
        Description =
            "The code enables SSL 3, TLS 1.0 or TLS 1.1, for a client or for the whole process. Exchange Online "
            + "accepts TLS 1.2 and 1.3. Without a setting, .NET lets the operating system choose the version, "
            + "which is right now and stays right.",
    };

    static Finding? Check(SmtpUsage use) =>
        use is { IsAimedElsewhere: false, Endpoint: null or { TakesSubmission: true, TakesOldTls: false } }
        && use.ObsoleteTls.Is(out var versions, out var origin)
            ? new Finding(origin, versions).FixedBy(
                "Let the operating system choose the TLS version",
                ImmutableArray.Create(Edit.Remove(origin))
            )
            : null;
}
