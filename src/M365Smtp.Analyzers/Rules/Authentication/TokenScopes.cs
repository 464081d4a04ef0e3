using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules.Identity;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>The token scopes a client has to request. The cloud is that of its host, but Outlook.com accounts exist in
/// only one.</summary>
internal static class TokenScopes
{
    /// <summary>Null if no token opens the mailbox: another provider's account, or a cloud without a scope.</summary>
    public static OAuthScopes.Row? Of(SmtpUsage use)
    {
        var domain = DomainOf(use);
        return use.Endpoint is not { } host || MailDomains.IsOtherProvider(domain)
            ? null
            : OAuthScopes.Of(MailDomains.IsConsumer(domain) ? Cloud.Consumer : host.Cloud);
    }

    /// <summary>The domain of the user name, or empty.</summary>
    public static string DomainOf(SmtpUsage use) =>
        use.Credential.Is(out var credential) && credential.User.Is(out var user)
            ? EmailAddress.Parse(user)?.Domain ?? ""
            : "";
}
