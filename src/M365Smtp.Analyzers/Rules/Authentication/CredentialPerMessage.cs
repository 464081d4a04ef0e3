using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>A credential caches its token; a new credential must request another.</summary>
internal static class CredentialPerMessage
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4013),
        "New credential for each message",
        "each message gets a {0} of its own, which asks Microsoft Entra ID for a new token each time. Create it "
            + "once, before the loop: it reuses its token until that expires.",
        Severity.Info,
        Check
    )
    {
        AtAnyHost =
        [
            "clientsecretcredential",
            "certificatecredential",
            "assertioncredential",
            "azurecredential",
            "environmentcredential",
            "onbehalfofcredential",
            "workloadidentity",
            "confidentialclient",
        ],
        Description =
            "A credential caches its token. One that is created for each message asks Microsoft Entra "
            + "ID again each time, which is slow and is throttled.",
        NoFix = "Where the credential is kept is the author's choice.",
    };

    static Finding? Check(SmtpUsage use) =>
        use.CredentialPerMessage.Is(out var type, out var origin) ? new Finding(origin, type) : null;
}
