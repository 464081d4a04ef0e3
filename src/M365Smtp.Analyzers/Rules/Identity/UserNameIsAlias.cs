using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Senders;

namespace M365Smtp.Analyzers.Rules.Identity;

/// <summary>A mailbox receives at all its addresses but signs in with only one name.</summary>
internal static class UserNameIsAlias
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP3002),
        "Alias used as login",
        "'{0}' is an alias. Sign in with the user principal name '{1}', or sign-in fails with \"535 5.7.139 "
            + "Authentication unsuccessful, the user credentials were incorrect\".",
        Severity.Warning,
        Check
    )
    {
        JudgesSettings = true,
        Description =
            "According to the senders file, the login is an alias of a mailbox, not its user principal name "
            + "(UPN). A mailbox receives mail at all of its addresses but signs in with its UPN only, even where "
            + "\"email as alternate login ID\" is on: Microsoft lists SMTP as not supported.",
    };

    static Finding? Check(SmtpUsage use)
    {
        // A shared mailbox has no sign-in name: SMTP3005.
        if (ListedLogin.Of(use) is not { Owner.Kind: not MailboxKind.Shared, MayBeApplication: false } listed)
            return null;
        if (use.Senders!.IsUpn(listed.Owner, listed.Login.ToString()))
            return null;
        return listed.Owner.PlainUpn is { } upn
            ? new Finding(listed.At, listed.Login.ToString(), upn).FixedBy(
                "Sign in as " + upn,
                Corrections.Text(listed.Credential.User, upn)
            )
            : new Finding(listed.At, listed.Login.ToString())
            {
                Message =
                    "'{0}' is an alias, not the user principal name of its mailbox. Sign-in fails with \"535 "
                    + "5.7.139 Authentication unsuccessful, the user credentials were incorrect\".",
            };
    }
}
