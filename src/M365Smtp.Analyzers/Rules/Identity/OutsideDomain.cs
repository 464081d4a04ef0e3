using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Identity;

/// <summary>Recognizes recipients outside the tenant.</summary>
internal static class OutsideDomain
{
    /// <summary>
    /// A mailbox of a consumer provider or, if the senders file lists the tenant's domains, of any other domain.
    /// </summary>
    public static bool Has(EmailAddress recipient, SmtpUsage use) =>
        MailDomains.IsConsumer(recipient.Domain)
        || MailDomains.IsOtherProvider(recipient.Domain)
        || use.Senders?.IsForeign(recipient.Domain) == true;
}
