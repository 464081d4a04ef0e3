using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Identity;

/// <summary>Only accounts of the tenant can sign in to it.</summary>
internal static class SignInDomainNotAccepted
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP3006),
        "Login domain is not one of the tenant's accepted domains",
        "'{1}' is not an accepted domain in m365smtp.senders.json. Unless '{0}' belongs to another tenant, "
            + "sign-in fails with \"535 5.7.139 Authentication unsuccessful, the user credentials were incorrect\".",
        Severity.Info,
        Check
    )
    {
        JudgesSettings = true,
        Description =
            "The login is not in the senders file, and its domain is not one of the tenant's accepted domains. "
            + "Most often it is a typing error or an account of another tenant.",
        NoFix = "Only the author knows which mailbox of the tenant is meant.",
    };

    // Another provider's account is the bigger mistake and reported by SMTP3004.
    static Finding? Check(SmtpUsage use) =>
        use.IsAimedAtSubmission
        && use.Senders is { } senders
        && use.Credential.Is(out var credential)
        && credential.User.Is(out var user, out var origin)
        && EmailAddress.Parse(user) is { } login
        && !MailDomains.IsOtherProvider(login.Domain)
        && senders.Find(login.ToString()) is null
        && senders.IsForeign(login.Domain)
            ? new Finding(origin, login.ToString(), login.Domain)
            : null;
}
