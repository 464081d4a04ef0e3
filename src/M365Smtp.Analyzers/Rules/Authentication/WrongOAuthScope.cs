using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>A token is made for one service; one for Graph opens no mailbox over SMTP.</summary>
internal static class WrongOAuthScope
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4007),
        "A token for SMTP needs the scope of Exchange Online",
        "a token for '{0}' is no token for SMTP at '{1}', which answers 535 5.7.3 Authentication unsuccessful; ask for '{2}'",
        Severity.Warning,
        Check);

    static Finding? Check(SmtpUsage use)
    {
        if (!use.IsAimedAtSubmission || !use.Credential.Is(out var credential) || !credential.IsToken) return null;
        if (!credential.Scope.Is(out var scopes, out var origin)) return null;
        var (cloud, names) = (use.Endpoint.Cloud, scopes.Split([' '], StringSplitOptions.RemoveEmptyEntries));
        if (names.Any(name => OAuthScopes.IsRight(name, cloud))) return null;
        if (names.FirstOrDefault(name => OAuthScopes.IsWrong(name, cloud)) is not { } wrong) return null;
        if (OAuthScopes.Instead(wrong, cloud) is not { } right) return null;
        return new Finding(origin, wrong, use.Endpoint.Server, right).FixedBy("Ask for " + right, PutRight.Text(credential.Scope, scopes.Replace(wrong, right)));
    }
}
