using System.Text.Json.Nodes;
using M365Smtp.Analyzers.Senders;

namespace M365Smtp.Tool.Senders;

/// <summary>Merges the tenant's data into a senders file. Existing entries are kept; those unknown to the tenant are
/// listed.</summary>
internal sealed class Merge(SendersDocument file)
{
    readonly List<string> added = [],
        stale = [];

    /// <summary>The entries that were added.</summary>
    public IReadOnlyList<string> Added => added;

    /// <summary>The listed entries that the tenant does not know.</summary>
    public IReadOnlyList<string> Stale => stale;

    public void Take(TenantAnswer answer)
    {
        if (answer.AcceptedDomains is { } domains)
            TakeDomains(domains);
        foreach (var mailbox in answer.Mailboxes)
            Take(mailbox);
    }

    void TakeDomains(IReadOnlyList<string> domains)
    {
        var listed = SendersDocument.List(file.Root, "acceptedDomains");
        var known = listed.Select(domain => AddressForm.DomainOf((string?)domain ?? "")).ToHashSet();
        foreach (var domain in domains.Where(domain => known.Add(AddressForm.DomainOf(domain))))
        {
            listed.Add(domain);
            added.Add($"accepted domain {domain}");
        }
        var accepted = domains.Select(AddressForm.DomainOf).ToHashSet();
        foreach (
            var domain in listed
                .Select(domain => (string?)domain ?? "")
                .Where(domain => !accepted.Contains(AddressForm.DomainOf(domain)))
        )
            stale.Add($"accepted domain {domain}");
    }

    void Take(TenantMailbox mailbox)
    {
        var entry = EntryOf(mailbox);
        if (mailbox.Kind is { } kind)
            TakeKind(entry, kind, mailbox.Upn);
        TakeAddresses(entry, "addresses", mailbox.Addresses, mailbox.Upn);
        foreach (var address in SendersDocument.List(entry, "addresses").Select(address => (string?)address))
            if (!mailbox.Addresses.Append(mailbox.Upn).Any(own => file.Is(address, own)))
                stale.Add($"{mailbox.Upn}: address {address}");
        // A grant through a group is only in the file.
        if (mailbox.SendAs is { } sendAs)
            TakeAddresses(entry, "sendAs", sendAs, mailbox.Upn);
    }

    JsonObject EntryOf(TenantMailbox mailbox)
    {
        if (file.Mailboxes.FirstOrDefault(entry => file.Is((string?)entry["upn"], mailbox.Upn)) is { } same)
            return same;
        if (
            file.Mailboxes.FirstOrDefault(entry =>
                mailbox.Addresses.Any(address => file.Is((string?)entry["upn"], address))
            ) is
            { } renamed
        )
        {
            added.Add($"{renamed["upn"]}: the UPN is {mailbox.Upn}");
            renamed["upn"] = mailbox.Upn;
            return renamed;
        }
        var made = new JsonObject { ["upn"] = mailbox.Upn };
        SendersDocument.List(file.Root, "mailboxes").Add(made);
        added.Add($"mailbox {mailbox.Upn}");
        return made;
    }

    // 'application' is only written, and only removed, by hand.
    void TakeKind(JsonObject entry, MailboxKind kind, string upn)
    {
        var listed = Enum.TryParse<MailboxKind>((string?)entry["kind"], ignoreCase: true, out var known)
            ? known
            : MailboxKind.User;
        if (listed == kind || listed == MailboxKind.Application)
            return;
        entry["kind"] = kind.ToString().ToLowerInvariant();
        added.Add($"{upn}: kind {kind.ToString().ToLowerInvariant()}");
    }

    void TakeAddresses(JsonObject entry, string name, IReadOnlyList<string> addresses, string upn)
    {
        if (entry[name] is null)
            added.Add($"{upn}: the list {name}");
        var listed = SendersDocument.List(entry, name);
        foreach (
            var address in addresses.Where(address => !listed.Any(known => file.Is((string?)known, address))).ToList()
        )
        {
            listed.Add(file.Written(address));
            added.Add($"{upn}: {name} {address}");
        }
    }
}
