using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>A password in the source is known to all who ever read the source.</summary>
internal static class PasswordInSource
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4003),
        "A password does not belong in the source",
        "everybody who has the source, its history or the assembly can sign in to '{0}' with this password; read it from configuration or a secret store",
        Severity.Warning,
        Check)
    {
        NoFix = "Where the secret is kept is the author's choice, and the one in the history must be changed anyway.",
    };

    static Finding? Check(SmtpUsage use) =>
        use.Endpoint is { } endpoint && use.Credential.Is(out var credential) && !credential.IsToken
        && credential.Secret.Is(out var secret, out var origin) && !Placeholder.Is(secret)
            ? new Finding(origin, endpoint.Name)
            : null;
}
