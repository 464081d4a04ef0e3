using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Identity;

/// <summary>Another provider's account means nothing to a Microsoft host.</summary>
internal static class ForeignAccount
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP3004),
        "A Microsoft 365 host signs in Microsoft 365 accounts",
        "'{0}' is another provider's account: '{1}' answers {2}",
        Severity.Warning,
        Check)
    {
        NoFix = "Only the author knows whether the host or the account is the wrong one.",
    };

    static Finding? Check(SmtpUsage use) =>
        use.IsAimedAtSubmission && use.Credential.Is(out var credential) && credential.User.Is(out var user, out var origin)
        && Mailbox.Parse(user) is { } mailbox && MailDomains.IsOtherProvider(mailbox.Domain)
            ? new Finding(origin, mailbox.ToString(), use.Endpoint.Server, credential.IsToken ? "535 5.7.3 Authentication unsuccessful" : "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect")
            : null;
}
