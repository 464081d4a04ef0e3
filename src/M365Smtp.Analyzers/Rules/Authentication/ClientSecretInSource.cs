using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>Everyone who reads the source knows a client secret in it.</summary>
internal static class ClientSecretInSource
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4014),
        "Hard-coded client secret",
        "everybody who has the source, its history or the assembly can get tokens as this application. Use a "
            + "managed identity "
            + "or a certificate, or read the secret from configuration (then rotate it: it is in the Git history).",
        Severity.Warning,
        Check
    )
    {
        AtAnyHost = ["clientsecret"],
        Description =
            "A client secret in the source is known to everybody who has the source, its history or "
            + "the assembly, and mail stops when it expires.",
        NoFix = "A managed identity or a certificate is better than another place for the secret.",
    };

    static Finding? Check(SmtpUsage use) =>
        use.ClientSecret.Is(out var secret, out var origin) && !Placeholder.Is(secret) ? new Finding(origin) : null;
}
