using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>Basic auth for SMTP AUTH is being retired; consumer mailboxes have lost it already.</summary>
internal static class PasswordSignIn
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4001),
        "Password sign-in (Basic auth) to Microsoft 365",
        "password sign-in (Basic auth) to '{0}' is off by default from "
            + BasicAuth.OffByDefault
            + ", although an admin can still enable it. Sign in with OAuth 2.0.",
        Severity.Warning,
        Check
    )
    {
        Description =
            "The code signs in with a user name and a password (Basic auth). Microsoft switches password sign-in "
            + "for SMTP off by default at the end of December 2026; an admin can still enable it for existing "
            + "tenants.",
    };

    const string Consumer =
        "passwords of Outlook.com mailboxes have been rejected since "
        + BasicAuth.ConsumerEnd
        + ": \"535 5.7.139 Authentication unsuccessful, basic authentication is disabled\". Sign in with OAuth 2.0.";

    /// <summary>The mailbox belongs to Outlook.com, as far as host or login show.</summary>
    public static bool IsConsumer(SmtpUsage use) =>
        use.Endpoint is { Cloud: Cloud.Consumer } || MailDomains.IsConsumer(TokenScopes.DomainOf(use));

    const string NoOAuth = " System.Net.Mail.SmtpClient does not support it: use MailKit.";

    static Finding? Check(SmtpUsage use)
    {
        if (use is not { IsAimedAtSubmission: true, Endpoint.Cloud: not Cloud.HighVolume })
            return null;
        if (
            !use.Credential.Is(out var credential, out var origin)
            || credential is not { IsUsed: true, Mechanism: null or "LOGIN" }
        )
            return null;
        var message = IsConsumer(use) ? Consumer : Rule.Message;
        if (use.Api == SmtpApi.SystemNetMail)
            return ClientWithoutOAuth.MigratedToMailKit(
                new Finding(origin, use.Endpoint.Server) { Message = message + NoOAuth },
                use
            );
        var finding = new Finding(origin, use.Endpoint.Server) { Message = message };
        if (!CanMove(use, credential) || TokenScopes.Of(use) is not { } scopes)
            return finding;
        var moved = ImmutableArray.Create(Edit.UseOAuth(use.Site.Call, scopes.AppOnly, scopes.Delegated));
        return GraphInstead.Of(
            finding.FixedBy("Use OAuth 2.0", moved.AddRange(PasswordInSource.Forgotten(use))),
            use,
            use.Site.Call
        );
    }

    // A call in another file, or one that also serves another host, cannot be changed in this file.
    static bool CanMove(SmtpUsage use, Credential credential) =>
        use is { Api: SmtpApi.MailKit, Moment: Moment.Authenticate, IsCallShared: false, Site.Call.Via: null }
        && !credential.Domain.Is(out _);
}
