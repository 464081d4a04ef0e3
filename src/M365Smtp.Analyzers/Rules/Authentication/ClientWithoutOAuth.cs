using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>System.Net.Mail.SmtpClient supports only passwords.</summary>
internal static class ClientWithoutOAuth
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4002),
        "System.Net.Mail.SmtpClient does not support OAuth 2.0",
        "System.Net.Mail.SmtpClient does not support OAuth 2.0, which '{0}' will require once Basic auth is off. "
            + "Use MailKit.",
        Severity.Info,
        Check
    )
    {
        Description =
            "System.Net.Mail.SmtpClient signs in with passwords only and does not support OAuth 2.0 (XOAUTH2). "
            + "It works as long as the tenant allows passwords (SMTP4001) and must be replaced by then.",
    };

    const string Consumer =
        "System.Net.Mail.SmtpClient does not support OAuth 2.0, which Outlook.com mailboxes have required since "
        + BasicAuth.ConsumerEnd
        + ". Use MailKit.";

    static Finding? Check(SmtpUsage use)
    {
        // Code that only configures a client created elsewhere did not choose its class.
        if (
            use
            is not { Api: SmtpApi.SystemNetMail, IsAimedAtSubmission: true, Endpoint.Cloud: not Cloud.HighVolume }
                or { Moment: Moment.Leaves, Site.Creation: null }
        )
            return null;
        var message = PasswordSignIn.IsConsumer(use) ? Consumer : Rule.Message;
        var finding = new Finding(use.Site.CreationType ?? use.Site.Creation ?? use.Site.Call, use.Endpoint.Server)
        {
            Message = use.HasMailKit == false ? message + " Add the package MailKit first." : message,
        };
        return MigratedToMailKit(finding, use);
    }

    /// <summary>The finding with a migration to a client that supports OAuth 2.0, where the code allows it.</summary>
    public static Finding MigratedToMailKit(Finding finding, SmtpUsage use)
    {
        if (!CanMove(use) || use.Site.Creation is not { } creation)
            return finding;
        // A token is of no use to a host that is configured instead of this one.
        var scopes = use.IsCallShared ? null : TokenScopes.Of(use);
        var migrated = ImmutableArray.Create(Edit.MigrateToMailKit(creation, scopes?.AppOnly, scopes?.Delegated));
        finding = finding.FixedBy("Migrate to MailKit", migrated.AddRange(PasswordInSource.Forgotten(use)));
        return use.IsCallShared ? finding : GraphInstead.Of(finding, use, creation);
    }

    // A host in mailSettings, or a call that also serves another host, cannot be changed in this file.
    static bool CanMove(SmtpUsage use) =>
        use
            is
        {
            Api: SmtpApi.SystemNetMail,
            HasMailKit: true,
            IsByMailSettings: false,
            ServesOtherHost: false,
            Site: { Creation.Via: null, Call.Via: null }
        };
}
