using System.Collections.Immutable;

namespace M365Smtp.Analyzers.Senders;

/// <summary>The contents of the senders file: who sends, from which addresses, as whom. Compares addresses as Exchange
/// does.</summary>
/// <param name="acceptedDomains">The tenant's domains; empty if the file does not list them.</param>
/// <param name="salt">The salt of the hashed addresses; null if there are none.</param>
internal sealed class SenderDirectory(
    ImmutableArray<SendingMailbox> mailboxes,
    ImmutableHashSet<string> acceptedDomains,
    string? salt
)
{
    public ImmutableArray<SendingMailbox> Mailboxes => mailboxes;

    /// <summary>The mailbox with that UPN or proxy address, with or without a tag; null if none or several
    /// match.</summary>
    public SendingMailbox? Find(string address) =>
        AddressForm.Of(address) is { } form ? Exactly(form) ?? Exactly(AddressForm.WithoutTag(form)) : null;

    /// <summary>The only listed mailbox with this name before the @, given <c>orders</c> or
    /// <c>CONTOSO\orders</c>.</summary>
    public SendingMailbox? FindByAccount(string account)
    {
        var name = account.Substring(account.LastIndexOf('\\') + 1).Trim();
        if (name.IndexOf('@') >= 0)
            return Find(name);
        var domains = acceptedDomains.Union(
            mailboxes
                .Where(mailbox => mailbox.PlainUpn is not null)
                .Select(mailbox => mailbox.Upn.Substring(mailbox.Upn.IndexOf('@') + 1))
        );
        return Only(domains.Select(domain => Find(name + "@" + domain)).OfType<SendingMailbox>().Distinct());
    }

    public bool IsUpn(SendingMailbox mailbox, string address) =>
        AddressForm.Of(address) is { } form && (Is(mailbox.Upn, form) || Is(mailbox.Upn, AddressForm.WithoutTag(form)));

    /// <summary>Null if the mailbox is not listed or the file is incomplete.</summary>
    public bool? MaySendAs(string login, string from)
    {
        if (Find(login) is not { } mailbox || AddressForm.Of(from) is not { } form)
            return null;
        return IsUpn(mailbox, form) || Holds(mailbox.Addresses, form) || IsGranted(mailbox, form) ? true
            : mailbox.IsComplete ? false
            : null;
    }

    /// <summary>The UPN to sign in with for that From: its mailbox's own or, for a shared mailbox, that of the only
    /// holder of Send As. Null if the file does not show it.</summary>
    public string? LoginFor(string from) =>
        Find(from) switch
        {
            null => null,
            { Kind: MailboxKind.Shared } => Only(
                mailboxes.Where(member => member.Kind != MailboxKind.Shared && IsGranted(member, from))
            )?.PlainUpn,
            { } owner => owner.PlainUpn,
        };

    // Send As applies to a mailbox, whichever of its addresses the file lists.
    bool IsGranted(SendingMailbox mailbox, string from) =>
        (AddressForm.Of(from) is { } form && Holds(mailbox.SendAs, form))
        || (
            Find(from) is { } owner && (mailbox.SendAs.Contains(owner.Upn) || mailbox.SendAs.Overlaps(owner.Addresses))
        );

    /// <summary>The domain is certainly not one of the tenant's.</summary>
    public bool IsForeign(string domain)
    {
        // Domain lists written by hand omit the one that every tenant has.
        static bool IsInitial(string name) => name.EndsWith(".onmicrosoft.com", StringComparison.Ordinal);
        return !acceptedDomains.IsEmpty
            && AddressForm.DomainOf(domain) is { } form
            && !acceptedDomains.Contains(form)
            && (!IsInitial(form) || acceptedDomains.Any(IsInitial));
    }

    public bool IsAccepted(string domain) => AddressForm.DomainOf(domain) is { } form && acceptedDomains.Contains(form);

    SendingMailbox? Exactly(string form) =>
        mailboxes.FirstOrDefault(mailbox => Is(mailbox.Upn, form))
        ?? Only(mailboxes.Where(mailbox => Has(mailbox.Addresses, form)));

    bool Holds(ImmutableHashSet<string> addresses, string form) =>
        Has(addresses, form) || Has(addresses, AddressForm.WithoutTag(form));

    bool Has(ImmutableHashSet<string> addresses, string form) =>
        addresses.Contains(form) || (salt is not null && addresses.Contains(AddressHash.Of(salt, form)));

    bool Is(string listed, string form) => listed == form || (salt is not null && listed == AddressHash.Of(salt, form));

    static SendingMailbox? Only(IEnumerable<SendingMailbox> found) =>
        found.Take(2).ToList() is [var only] ? only : null;
}
