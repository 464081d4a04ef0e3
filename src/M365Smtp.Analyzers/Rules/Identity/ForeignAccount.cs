using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Identity;

/// <summary>A Microsoft host does not know another provider's accounts.</summary>
internal static class ForeignAccount
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP3004),
        "Login of another provider used with a Microsoft 365 host",
        "'{0}' is an account of another provider, so '{1}' answers \"{2}\"",
        Severity.Warning,
        Check
    )
    {
        JudgesSettings = true,
        Description =
            "The login is an account of another provider (Gmail, Yahoo, GMX and so on), but the host is "
            + "Microsoft's. Usually one of the two was changed and the other forgotten.",
        NoFix = "Only the author knows whether the host or the account is the wrong one.",
    };

    // A Microsoft account may have any address as its name, and a password is refused for another reason.
    const string Consumer =
        "'{0}' is an account of another provider, which has no mailbox at '{1}' unless it is also a Microsoft account";

    static Finding? Check(SmtpUsage use) =>
        use.IsAimedAtSubmission
        && use.Credential.Is(out var credential)
        && credential.User.Is(out var user, out var origin)
        && EmailAddress.Parse(user) is { } mailbox
        && MailDomains.IsOtherProvider(mailbox.Domain)
            ? new Finding(origin, mailbox.ToString(), use.Endpoint.Server, Reply(credential))
            {
                Message = use.Endpoint.Cloud == Cloud.Consumer ? Consumer : null,
            }
            : null;

    static string Reply(Credential credential) =>
        credential.IsToken
            ? "535 5.7.3 Authentication unsuccessful"
            : "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect";
}
