using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Senders;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Identity;

/// <summary>A mailbox sends as its own addresses and those it has Send As permission for.</summary>
internal static class FromNotOwn
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP3003),
        "Sender may not belong to the mailbox that signs in",
        "'{1}' can send as '{0}' only if that is one of its own addresses or it has the Send As permission. "
            + "Otherwise the server answers \"550 5.7.60\" or \"554 5.2.252 SendAsDenied\".",
        Severity.Info,
        Check
    )
    {
        JudgesSettings = true,
        Description =
            "The message is sent from an address that differs from the login. A mailbox can send as its UPN, as "
            + "any of its own addresses, and as mailboxes for which it has the Send As permission. Code does not "
            + "show which ones these are, so the finding is an Info, and a Warning where the two have different "
            + "domains.",
        Switch = "m365smtp.allow_other_from",
    };

    const string Proven =
        "'{1}' cannot send as '{0}': m365smtp.senders.json lists no such address and no Send As permission. The "
        + "server answers \"550 5.7.60\" or \"554 5.2.252 SendAsDenied\".";
    const string Consumer =
        "'{1}' can send as '{0}' only if that is one of its own addresses. Otherwise the server rejects the message.";

    static Finding? Check(SmtpUsage use)
    {
        if (
            !use.IsAimedAtSubmission
            || !use.From.Is(out var from, out var origin)
            || !use.Credential.Is(out var credential)
        )
            return null;
        if (
            !credential.User.Is(out var user, out var account)
            || EmailAddress.Parse(from) is not { } sender
            || EmailAddress.Parse(user)?.WithoutTag() is not { } login
        )
            return null;
        if (
            use.Senders?.MaySendAs(login.ToString(), sender.ToString()) is var may && may == true
            || sender.IsSameAs(login)
        )
            return null;
        var finding = new Finding(origin, sender.ToString(), login.ToString())
        {
            Message =
                may is not null ? Proven
                : use.Endpoint.Cloud == Cloud.Consumer ? Consumer
                : null,
            Severity = may is null && SameTenant(sender, login, use.Senders) ? null : Severity.Warning,
            Also = ImmutableArray.Create(account),
        };
        // With another provider's account the login must change, not the sender.
        if (!MailDomains.IsOtherProvider(login.Domain) && Corrections.IsLiteral(credential.User))
            finding = finding.FixedBy("Send as " + login, Corrections.Text(use.From, login.ToString()));
        return may is null || use.Senders?.LoginFor(sender.ToString()) is not { } owner
            ? finding
            : finding.OrFixedBy("Sign in as " + owner, Corrections.Text(credential.User, owner));
    }

    // Every tenant has an onmicrosoft.com domain in addition to its own.
    static bool SameTenant(EmailAddress sender, EmailAddress login, SenderDirectory? senders) =>
        sender.HasDomainOf(login)
        || login.Domain.EndsWith(".onmicrosoft.com", StringComparison.OrdinalIgnoreCase)
        || (senders is not null && senders.IsAccepted(sender.Domain) && senders.IsAccepted(login.Domain));
}
