using M365Smtp.Analyzers.Model;
using System.Collections.Immutable;

namespace M365Smtp.Analyzers.Rules.Transport;

/// <summary>Exchange Online takes TLS 1.2 and later; only the legacy endpoint takes less.</summary>
internal static class ObsoleteTlsVersion
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP2005),
        "Microsoft 365 takes TLS 1.2 and later only",
        "Microsoft 365 does not take {0}: it answers 421 4.7.66 TLS 1.0 and 1.1 are not supported; leave the version to the operating system",
        Severity.Warning,
        Check);

    static Finding? Check(SmtpUsage use) =>
        use is { IsAimedElsewhere: false, Endpoint: null or { TakesSubmission: true, TakesOldTls: false } } && use.ObsoleteTls.Is(out var versions, out var origin)
            ? new Finding(origin, versions).FixedBy("Leave the TLS version to the operating system", ImmutableArray.Create(Edit.Remove(origin)))
            : null;
}
