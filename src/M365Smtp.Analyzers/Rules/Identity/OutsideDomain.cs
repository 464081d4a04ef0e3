using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Identity;

/// <summary>Tells the recipients that belong to no organisation's tenant.</summary>
internal static class OutsideDomain
{
    /// <summary>
    /// A mailbox of a provider for consumers, or, where the senders file lists the tenant's domains, of any other.
    /// </summary>
    public static bool Has(Mailbox recipient, SmtpUsage use) =>
        MailDomains.IsConsumer(recipient.Domain)
        || MailDomains.IsOtherProvider(recipient.Domain)
        || use.Senders?.IsForeign(recipient.Domain) == true;
}
