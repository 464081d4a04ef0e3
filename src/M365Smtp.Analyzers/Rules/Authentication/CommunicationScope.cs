using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>Azure Communication Services requires its own token scope.</summary>
internal static class CommunicationScope
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4011),
        "Wrong OAuth scope for Azure Communication Services",
        "a token for '{0}' is not accepted by '{1}', which answers \"535 5.7.3 Authentication unsuccessful\". Ask for '"
            + CommunicationServices.Scope
            + "'.",
        Severity.Warning,
        Check
    )
    {
        Description =
            "A token is made for one service. Azure Communication Services refuses one that was asked "
            + "for with a scope of Exchange Online or Microsoft Graph.",
    };

    static Finding? Check(SmtpUsage use)
    {
        if (use.Endpoint is not { Kind: HostKind.Communication } host)
            return null;
        if (
            !use.Credential.Is(out var credential)
            || !credential.IsToken
            || !credential.Scope.Is(out var scopes, out var origin)
        )
            return null;
        var names = scopes.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0 || !names.All(CommunicationServices.IsWrong))
            return null;
        return new Finding(origin, names[0], host.Name).FixedBy(
            "Ask for " + CommunicationServices.Scope,
            Corrections.Text(credential.Scope, CommunicationServices.Scope)
        );
    }
}
