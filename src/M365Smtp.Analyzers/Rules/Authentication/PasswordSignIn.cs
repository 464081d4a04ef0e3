using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules.Identity;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>Basic auth for SMTP AUTH is being retired; consumer mailboxes have lost it already.</summary>
internal static class PasswordSignIn
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4001),
        "Microsoft 365 is retiring password sign-in",
        "password sign-in (Basic auth) to '{0}' is off by default from " + BasicAuth.OffByDefault + ", though an admin can still enable it; sign in with OAuth 2.0",
        Severity.Warning,
        Check)
    {
        NoFix = "A token needs an app registration and a library of the author's choice.",
    };

    const string Consumer = "'{0}' refuses the passwords of Outlook.com mailboxes since " + BasicAuth.ConsumerEnd
        + ": 535 5.7.139 Authentication unsuccessful, basic authentication is disabled; sign in with OAuth 2.0";

    static Finding? Check(SmtpUsage use) =>
        use is { IsAimedAtSubmission: true, Endpoint.Cloud: not (Cloud.HighVolume or Cloud.Germany) }
        && use.Credential.Is(out var credential, out var origin) && credential.Mechanism is null or "LOGIN"
            ? new Finding(origin, use.Endpoint.Name) { Message = IsConsumer(use.Endpoint, credential) ? Consumer : null }
            : null;

    static bool IsConsumer(MicrosoftHost endpoint, Credential credential) =>
        endpoint.Cloud == Cloud.Consumer
        || credential.User.Is(out var user) && Mailbox.Parse(user) is { } mailbox && MailDomains.IsConsumer(mailbox.Domain);
}
