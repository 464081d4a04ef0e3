using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>MailKit masks passwords and tokens in its protocol log by default.</summary>
internal static class SecretsInProtocolLog
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4008),
        "Secrets in the protocol log",
        "RedactSecrets = {0} writes the passwords and tokens of every session to the protocol log in clear text",
        Severity.Warning,
        Check
    )
    {
        AtAnyHost = ["redactsecrets"],
        Description =
            "MailKit's ProtocolLogger writes every line of the session to a log and hides passwords and tokens, "
            + "unless RedactSecrets is false.",
    };

    static Finding? Check(SmtpUsage use) =>
        !use.IsAimedElsewhere && use.RedactSecrets.Is(out var redacts, out var origin) && !redacts
            ? new Finding(origin, "false").FixedBy("Redact secrets", ImmutableArray.Create(Edit.Remove(origin)))
            : null;
}
