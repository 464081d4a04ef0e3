using M365Smtp.Analyzers.Senders;

namespace M365Smtp.Tool.Senders;

/// <summary>The tenant's data about some of its mailboxes.</summary>
/// <param name="AcceptedDomains">Null if not requested.</param>
/// <param name="Notes">Data that could not be used.</param>
internal sealed record TenantAnswer(
    IReadOnlyList<TenantMailbox> Mailboxes,
    IReadOnlyList<string>? AcceptedDomains,
    IReadOnlyList<string> Notes
);

/// <param name="Kind">Null if not requested.</param>
/// <param name="Addresses">The SMTP proxy addresses, without the UPN.</param>
/// <param name="SendAs">The addresses it has Send As permission for; null if not requested.</param>
internal sealed record TenantMailbox(
    string Upn,
    MailboxKind? Kind,
    IReadOnlyList<string> Addresses,
    IReadOnlyList<string>? SendAs
)
{
    const string Smtp = "smtp:";

    /// <summary>The mail addresses among <c>SMTP:a@contoso.com</c>, <c>X500:…</c>, <c>SIP:…</c>, in the form in which
    /// Exchange compares them.</summary>
    public static IReadOnlyList<string> MailAddresses(IEnumerable<string> proxyAddresses) =>
        [
            .. proxyAddresses
                .Where(address =>
                    address.StartsWith(Smtp, StringComparison.OrdinalIgnoreCase) || !address.Contains(':')
                )
                .Select(AddressForm.Of)
                .OfType<string>()
                .Distinct(),
        ];

    public static TenantMailbox Of(
        string upn,
        MailboxKind? kind,
        IEnumerable<string> proxyAddresses,
        IReadOnlyList<string>? sendAs
    ) => new(upn, kind, [.. MailAddresses(proxyAddresses).Where(address => address != AddressForm.Of(upn))], sendAs);
}
