using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Senders;

namespace M365Smtp.Analyzers.Rules.Identity;

/// <summary>A sign-in to a mailbox listed in the senders file.</summary>
internal sealed record ListedLogin(SendingMailbox Owner, EmailAddress Login, Credential Credential, Origin At)
{
    public static ListedLogin? Of(SmtpUsage use) =>
        use.IsAimedAtSubmission
        && use.Senders is { } senders
        && use.Credential.Is(out var credential)
        && credential.User.Is(out var user, out var at)
        && EmailAddress.Parse(user) is { } login
        && senders.Find(login.ToString()) is { } owner
            ? new(owner, login, credential, at)
            : null;

    /// <summary>This scope may request an application's own token, where the user name is the mailbox to open, not the
    /// user who signs in.</summary>
    public bool MayBeApplication =>
        Owner.Kind == MailboxKind.Application
        || (
            Credential.IsToken
            && Credential.Scope.Is(out var scope)
            && scope.EndsWith("/.default", StringComparison.OrdinalIgnoreCase)
        );
}
