using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>A token is issued for one service; one for Graph cannot open a mailbox over SMTP.</summary>
internal static class WrongOAuthScope
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4007),
        "Wrong OAuth 2.0 scope for SMTP",
        "'{1}' rejects tokens with the scope '{0}': \"535 5.7.3 Authentication unsuccessful\". Request '{2}'.",
        Severity.Warning,
        Check
    )
    {
        Description =
            "A token is issued for one service. The code requests a token for Microsoft Graph, or with a scope "
            + "that does not exist, and then signs in to SMTP with it.",
    };

    static Finding? Check(SmtpUsage use)
    {
        if (!use.IsAimedAtSubmission || !use.Credential.Is(out var credential) || !credential.IsToken)
            return null;
        if (!credential.Scope.Is(out var scopes, out var origin))
            return null;
        var (cloud, names) = (use.Endpoint.Cloud, scopes.Split([' '], StringSplitOptions.RemoveEmptyEntries));
        if (names.Any(name => OAuthScopes.IsRight(name, cloud)))
            return null;
        if (names.FirstOrDefault(name => OAuthScopes.IsWrong(name, cloud)) is not { } wrong)
            return null;
        if (OAuthScopes.Instead(wrong, cloud) is not { } right)
            return null;
        return new Finding(origin, wrong, use.Endpoint.Server, right).FixedBy(
            "Request " + right,
            Corrections.Text(credential.Scope, scopes.Replace(wrong, right))
        );
    }
}
