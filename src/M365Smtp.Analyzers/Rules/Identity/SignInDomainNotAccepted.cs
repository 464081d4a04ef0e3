using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Identity;

/// <summary>Whoever signs in to a tenant belongs to it.</summary>
internal static class SignInDomainNotAccepted
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP3006),
        "The user name has a domain that is none of the tenant's",
        "'{1}' is none of the accepted domains in m365smtp.senders.json: unless '{0}' belongs to another tenant, sign-in is answered 535 5.7.139 Authentication unsuccessful, the user credentials were incorrect",
        Severity.Info,
        Check)
    {
        NoFix = "Only the author knows which mailbox of the tenant is meant.",
    };

    // Another provider's account is the worse fault, and SMTP3004 names it.
    static Finding? Check(SmtpUsage use) =>
        use.IsAimedAtSubmission && use.Senders is { } senders && use.Credential.Is(out var credential) && credential.User.Is(out var user, out var origin)
        && Mailbox.Parse(user) is { } login && !MailDomains.IsOtherProvider(login.Domain)
        && senders.Find(login.ToString()) is null && senders.IsForeign(login.Domain)
            ? new Finding(origin, login.ToString(), login.Domain)
            : null;
}
