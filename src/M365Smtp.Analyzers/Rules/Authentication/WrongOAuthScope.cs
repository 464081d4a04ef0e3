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
            + "that does not exist, and then signs in to SMTP with it; or an application requests the scope of a "
            + "signed-in user.",
    };

    // Source: facts 6b.
    const string OfUser =
        "an application can request only a scope that ends with '/.default': for '{0}', Microsoft Entra ID answers "
        + "\"AADSTS1002012\". Request '{2}'.";

    static Finding? Check(SmtpUsage use)
    {
        if (!use.IsAimedAtSubmission || !use.Credential.Is(out var credential) || !credential.IsToken)
            return null;
        if (!credential.Scope.Is(out var scopes, out var origin))
            return null;
        var (cloud, names) = (use.Endpoint.Cloud, scopes.Split([' '], StringSplitOptions.RemoveEmptyEntries));
        var isForUser =
            credential.IsForApplication && names.Any(name => OAuthScopes.IsDelegated(name, cloud));
        if (!isForUser && names.Any(name => OAuthScopes.IsRight(name, cloud)))
            return null;
        if (names.FirstOrDefault(name => isForUser || OAuthScopes.IsWrong(name, cloud)) is not { } wrong)
            return null;
        if (Instead(wrong, cloud, credential) is not { } right)
            return null;
        return new Finding(origin, wrong, use.Endpoint.Server, right)
        {
            Message = isForUser ? OfUser : null,
        }.FixedBy(
            "Request " + right,
            Corrections.Text(credential.Scope, credential.IsForApplication ? right : scopes.Replace(wrong, right))
        );
    }

    static string? Instead(string wrong, Cloud cloud, Credential credential) =>
        credential.IsForApplication ? OAuthScopes.Of(cloud)?.AppOnly : OAuthScopes.Instead(wrong, cloud);
}
