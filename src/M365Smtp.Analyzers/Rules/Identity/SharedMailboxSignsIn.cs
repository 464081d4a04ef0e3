using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Senders;

namespace M365Smtp.Analyzers.Rules.Identity;

/// <summary>A shared mailbox has members but no password.</summary>
internal static class SharedMailboxSignsIn
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP3005),
        "Sign-in as a shared mailbox",
        "'{0}' is a shared mailbox and cannot sign in: the server answers \"535 5.7.139\" or \"535 5.7.3 "
            + "Authentication unsuccessful\". Sign in as a mailbox with the Send As permission and keep '{0}' as From.",
        Severity.Warning,
        Check
    )
    {
        JudgesSettings = true,
        Description =
            "According to the senders file, the login is a shared mailbox. A shared mailbox cannot sign in: one "
            + "of its members signs in, has the Send As permission, and sets From to the shared address.",
    };

    static Finding? Check(SmtpUsage use)
    {
        if (ListedLogin.Of(use) is not { Owner.Kind: MailboxKind.Shared, MayBeApplication: false } listed)
            return null;
        var finding = new Finding(listed.At, listed.Login.ToString());
        // The token's owner is unknown: an application's own token opens a shared mailbox.
        if (listed.Credential is { IsToken: true, Scope.IsUnknown: true })
            finding = finding with { Severity = Severity.Info };
        return use.Senders!.LoginFor(listed.Login.ToString()) is { } member
            ? finding.FixedBy("Sign in as " + member, Corrections.Text(listed.Credential.User, member))
            : finding;
    }
}
