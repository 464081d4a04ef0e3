using M365Smtp.Analyzers.Senders;

namespace M365Smtp.Tool.Audit.Tenant;

/// <summary>Matches the mailboxes of a tenant with the code that signs in as them: by UPN, alias or sender
/// address.</summary>
internal sealed class TenantJoin
{
    readonly Dictionary<string, string> mailboxOf = new(StringComparer.Ordinal);
    readonly HashSet<string> upns = new(StringComparer.Ordinal);
    readonly Dictionary<string, string?> switches = new(StringComparer.Ordinal);
    readonly HashSet<string> ambiguous = new(StringComparer.Ordinal);

    public TenantJoin(IEnumerable<ExportedMailbox> mailboxes)
    {
        // An export without UPNs and one with them share an address for the same mailbox.
        foreach (var mailbox in mailboxes.OrderBy(mailbox => mailbox.Upn is null))
        {
            var name =
                mailbox.Upn
                ?? mailbox
                    .Addresses.Select(address => mailboxOf.GetValueOrDefault(address))
                    .FirstOrDefault(known => known is not null)
                ?? mailbox.Addresses[0];
            if (mailbox.Upn is not null)
                upns.Add(name);
            switches[name] = mailbox.SmtpAuth ?? switches.GetValueOrDefault(name);
            foreach (var address in mailbox.Addresses.Append(name))
                if (mailboxOf.TryGetValue(address, out var other) && other != name)
                    ambiguous.Add(address);
                else
                    mailboxOf[address] = name;
        }
        // A UPN takes precedence over any alias of another mailbox.
        foreach (var upn in upns)
        {
            mailboxOf[upn] = upn;
            ambiguous.Remove(upn);
        }
    }

    /// <returns>The rows with their mailboxes, and the tenant's other results.</returns>
    public (IReadOnlyList<AuditRow> Rows, TenantReport Report) Of(
        IReadOnlyList<AuditRow> rows,
        IReadOnlyList<ExportedSignIn> signIns,
        bool hasSignIns
    )
    {
        var joined = rows.Select(Join).ToList();
        var seen = signIns
            .GroupBy(signIn => MailboxOf(signIn.Address) ?? signIn.Address)
            .ToDictionary(group => group.Key, group => group.ToList());
        var mailboxes = seen.Select(pair => new MailboxRow(
                pair.Key,
                    // If any program signs in to a mailbox with a password, that program stops.
                    pair.Value.Any(signIn => signIn.SignIn == SignIn.Password)
                        ? SignIn.Password
                    : pair.Value.Any(signIn => signIn.SignIn == SignIn.Unknown) ? SignIn.Unknown
                    : SignIn.OAuth,
                pair.Value.Any(signIn => signIn.Messages is not null)
                    ? pair.Value.Sum(signIn => signIn.Messages ?? 0)
                    : null,
                pair.Value.Select(signIn => signIn.At).OfType<string>().Max(StringComparer.Ordinal),
                switches.GetValueOrDefault(pair.Key),
                [
                    .. joined
                        .Where(row => row.TenantMailbox == pair.Key)
                        .Select(row => new JoinedCode($"{row.Place.Path}:{row.Place.Line}", row.JoinedBy!)),
                ]
            ))
            .OrderBy(row =>
                row.SignIn == SignIn.Password ? 0
                : row.SignIn == SignIn.Unknown ? 1
                : 2
            )
            .ThenBy(row => row.Mailbox, StringComparer.Ordinal)
            .ToList();
        var never = !hasSignIns
            ? []
            : joined
                .Where(row => row is { IsTest: false, Mailbox: not null } && IsSubmission(row))
                .Select(row => row.TenantMailbox ?? AddressForm.Of(row.Mailbox!) ?? row.Mailbox!)
                .Where(mailbox => !seen.ContainsKey(mailbox))
                .Distinct()
                .Order(StringComparer.Ordinal)
                .ToList();
        var unexplained = mailboxes
            .Where(row => row.SignIn != SignIn.OAuth && row.Code.Count == 0)
            .Select(row => row.Mailbox)
            .ToList();
        return (joined, new(mailboxes, unexplained, never, Notes(mailboxes)));
    }

    List<string> Notes(IReadOnlyList<MailboxRow> mailboxes)
    {
        var notes = new List<string>();
        if (mailboxes.Any(row => row.SignIn == SignIn.Unknown))
            notes.Add("The report does not say how some mailboxes sign in.");
        if (ambiguous.Count > 0)
            notes.Add(
                "Listed for several mailboxes and joined with none of them: "
                    + $"{string.Join(", ", ambiguous.Order(StringComparer.Ordinal))}."
            );
        return notes;
    }

    AuditRow Join(AuditRow row)
    {
        if (!IsSubmission(row))
            return row;
        if (row.Mailbox is { } user && AddressForm.Of(user) is { } login)
        {
            var mailbox = MailboxOf(login) ?? MailboxOf(AddressForm.WithoutTag(login)) ?? login;
            return row with { TenantMailbox = mailbox, JoinedBy = mailbox == login ? "upn" : "alias" };
        }
        // If the login is unknown or not an address, the sender may show the mailbox.
        return row.From is { } from && AddressForm.Of(from) is { } sender
            ? row with
            {
                TenantMailbox = MailboxOf(sender) ?? MailboxOf(AddressForm.WithoutTag(sender)) ?? sender,
                JoinedBy = "from",
            }
            : row;
    }

    // A client of another provider has no mailbox in this tenant.
    static bool IsSubmission(AuditRow row) =>
        row.Kind != RowKind.Mention
        && (row.Host is null || Knowledge.Hosts.Find(row.Host) is { TakesSubmission: true } || row.Findings.Count > 0);

    string? MailboxOf(string address) => ambiguous.Contains(address) ? null : mailboxOf.GetValueOrDefault(address);
}
