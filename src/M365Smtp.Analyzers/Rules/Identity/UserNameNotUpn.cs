using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules.Authentication;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Identity;

/// <summary>Exchange Online expects a user principal name: no Windows domain, no display name, no tag.</summary>
internal static class UserNameNotUpn
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP3001),
        "Login is not a user principal name",
        "'{0}' is not a user principal name such as app@contoso.com: sign-in fails with \"535 5.7.139 "
            + "Authentication unsuccessful\" (or 535 5.7.3)",
        Severity.Warning,
        Check
    )
    {
        JudgesSettings = true,
        Description =
            "Exchange Online signs in the user principal name (UPN) of a mailbox, such as app@contoso.com. A "
            + "user name without @, DOMAIN\\user, a Windows domain as third argument of NetworkCredential, a "
            + "display name (App <app@contoso.com>) and a plus tag (app+web@contoso.com) are not UPNs.",
    };

    static Finding? Check(SmtpUsage use)
    {
        if (!use.IsAimedAtSubmission || !use.Credential.Is(out var credential))
            return null;
        if (credential.Domain.Is(out var domain, out var third) && domain.Length > 0)
            return new Finding(third, domain)
            {
                Message =
                    "the domain '{0}' makes this a Windows account, not a user principal name such as "
                    + "app@contoso.com: sign-in fails with \"535 5.7.139 Authentication unsuccessful\" (or 535 "
                    + "5.7.3)",
            };
        if (!credential.User.Is(out var user, out var origin) || Placeholder.Is(user) || !Shown.IsName(user))
            return null;
        if (IsAccountName(user))
            return Named(use.Senders?.FindByAccount(user)?.PlainUpn);
        if (EmailAddress.Parse(user) is not { } mailbox)
            return null;
        // Another provider's account is the bigger mistake and reported by SMTP3004; a UPN listed with its plus is
        // right.
        var upn = mailbox.WithoutTag().ToString();
        var listed = use.Senders?.Find(mailbox.ToString())?.PlainUpn;
        return upn == user.Trim() || MailDomains.IsOtherProvider(mailbox.Domain) || user.Trim() == listed
            ? null
            : Named(listed ?? upn);

        Finding Named(string? right) =>
            right is not null
                ? new Finding(origin, user).FixedBy("Sign in as " + right, Corrections.Text(credential.User, right))
            : SenderOf(use) is { } sender
                ? new Finding(origin, user).PerhapsFixedBy(
                    $"Sign in as {sender} (if this is the UPN)",
                    Corrections.Text(credential.User, sender)
                )
            : new(origin, user);
    }

    // A mailbox usually sends as itself, but its address and its UPN may differ.
    static string? SenderOf(SmtpUsage use) =>
        use.From.Is(out var from)
        && EmailAddress.Parse(from) is { } sender
        && !MailDomains.IsOtherProvider(sender.Domain)
        && !Placeholder.Is(from)
            ? sender.WithoutTag().ToString()
            : null;

    // FLEET01 or CONTOSO\orders; "app@contoso.com\shared" is a different form, about which nothing is known.
    static bool IsAccountName(string user) => user.IndexOf('@') is var at && (at < 0 || user.IndexOf('\\', 0, at) >= 0);
}
