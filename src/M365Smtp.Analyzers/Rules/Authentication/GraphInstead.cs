using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>An application can send through Microsoft Graph instead of SMTP.</summary>
internal static class GraphInstead
{
    /// <summary>
    /// The finding with Graph as an alternative fix. No application can send for a consumer account.
    /// </summary>
    /// <param name="at">The sign-in of a MailKit client, or the creation of a System.Net.Mail client.</param>
    public static Finding Of(Finding finding, SmtpUsage use, Origin at)
    {
        if (TokenScopes.Of(use) is not { AppOnly: not null } scopes)
            return finding;
        var cloud = scopes.Cloud == Cloud.Worldwide ? "" : scopes.Cloud.ToString();
        return finding.PerhapsFixedBy(
            "Send through Microsoft Graph",
            ImmutableArray.Create(Edit.SendThroughGraph(at, cloud)).AddRange(PasswordInSource.Forgotten(use))
        );
    }
}
