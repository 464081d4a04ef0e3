using M365Smtp.Analyzers.Model;
using System.Collections.Immutable;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>MailKit hides passwords and tokens in its protocol log unless told not to.</summary>
internal static class SecretsInProtocolLog
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4008),
        "A protocol log must not hold secrets",
        "RedactSecrets = {0} writes every password and token of the session to the protocol log in clear",
        Severity.Warning,
        Check);

    static Finding? Check(SmtpUsage use) =>
        !use.IsAimedElsewhere && use.RedactSecrets.Is(out var redacts, out var origin) && !redacts
            ? new Finding(origin, "false").FixedBy("Redact secrets", ImmutableArray.Create(Edit.Remove(origin)))
            : null;
}
