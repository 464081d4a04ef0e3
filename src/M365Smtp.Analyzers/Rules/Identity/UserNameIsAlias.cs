using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Senders;

namespace M365Smtp.Analyzers.Rules.Identity;

/// <summary>A mailbox receives under all its addresses and signs in with one name only.</summary>
internal static class UserNameIsAlias
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP3002),
        "The user name is an alias, and only the user principal name signs in",
        "'{0}' is an alias of '{1}', which is the user principal name: sign-in is answered 535 5.7.139 Authentication unsuccessful, the user credentials were incorrect",
        Severity.Warning,
        Check);

    static Finding? Check(SmtpUsage use)
    {
        // A shared mailbox has no name to sign in with: SMTP3005.
        if (ListedLogin.Of(use) is not { Owner.Kind: not MailboxKind.Shared, MayBeApplication: false } listed) return null;
        if (use.Senders!.IsUpn(listed.Owner, listed.Login.ToString())) return null;
        return listed.Owner.PlainUpn is { } upn
            ? new Finding(listed.At, listed.Login.ToString(), upn).FixedBy("Sign in as " + upn, PutRight.Text(listed.Credential.User, upn))
            : new Finding(listed.At, listed.Login.ToString()) { Message = "'{0}' is an alias, not the user principal name of its mailbox: sign-in is answered 535 5.7.139 Authentication unsuccessful, the user credentials were incorrect" };
    }
}
