using System.Collections.Immutable;

namespace M365Smtp.Analyzers.Senders;

/// <summary>What the senders file knows: who sends, under which addresses, as whom. Texts asked for are taken as
/// Exchange takes them.</summary>
/// <param name="acceptedDomains">The tenant's domains; empty where the file does not say.</param>
/// <param name="salt">The salt of the hashed addresses; null where there are none.</param>
internal sealed class SenderDirectory(
    ImmutableArray<SendingMailbox> mailboxes,
    ImmutableHashSet<string> acceptedDomains,
    string? salt
)
{
    public ImmutableArray<SendingMailbox> Mailboxes => mailboxes;

    /// <summary>The mailbox of that UPN, proxy address or either with a tag; null where none is listed, or several
    /// are.</summary>
    public SendingMailbox? Find(string address) =>
        AddressForm.Of(address) is { } form ? Exactly(form) ?? Exactly(AddressForm.WithoutTag(form)) : null;

    /// <summary>The one listed mailbox whose name before the @ is this: of <c>orders</c> or
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

    /// <summary>Null where the mailbox is not listed or the file leaves out what it would take to tell.</summary>
    public bool? MaySendAs(string login, string from)
    {
        if (Find(login) is not { } mailbox || AddressForm.Of(from) is not { } form)
            return null;
        return IsUpn(mailbox, form) || Holds(mailbox.Addresses, form) || IsGranted(mailbox, form) ? true
            : mailbox.IsComplete ? false
            : null;
    }

    /// <summary>The UPN to sign in with for that From: its mailbox's own, or, for a shared mailbox, of the only one
    /// that holds Send As. Null where the file does not tell.</summary>
    public string? LoginFor(string from) =>
        Find(from) switch
        {
            null => null,
            { Kind: MailboxKind.Shared } => Only(
                mailboxes.Where(member => member.Kind != MailboxKind.Shared && IsGranted(member, from))
            )?.PlainUpn,
            { } owner => owner.PlainUpn,
        };

    // Send As is held for a mailbox, whichever of its addresses the file names.
    bool IsGranted(SendingMailbox mailbox, string from) =>
        (AddressForm.Of(from) is { } form && Holds(mailbox.SendAs, form))
        || (
            Find(from) is { } owner && (mailbox.SendAs.Contains(owner.Upn) || mailbox.SendAs.Overlaps(owner.Addresses))
        );

    /// <summary>The domain is certainly none of the tenant's.</summary>
    public bool IsForeign(string domain)
    {
        // Whoever lists domains by hand leaves out the one that every tenant has.
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
