using M365Smtp.Analyzers.Senders;

namespace M365Smtp.Tool.Senders;

/// <summary>What a tenant says about some of its mailboxes.</summary>
/// <param name="AcceptedDomains">Null where it was not asked.</param>
/// <param name="Notes">What could not be made use of.</param>
internal sealed record TenantAnswer(
    IReadOnlyList<TenantMailbox> Mailboxes,
    IReadOnlyList<string>? AcceptedDomains,
    IReadOnlyList<string> Notes
);

/// <param name="Kind">Null where it was not asked.</param>
/// <param name="Addresses">The proxy addresses for SMTP, without the UPN.</param>
/// <param name="SendAs">The addresses it holds Send As for; null where it was not asked.</param>
internal sealed record TenantMailbox(
    string Upn,
    MailboxKind? Kind,
    IReadOnlyList<string> Addresses,
    IReadOnlyList<string>? SendAs
)
{
    const string Smtp = "smtp:";

    /// <summary>Of <c>SMTP:a@contoso.com</c>, <c>X500:…</c>, <c>SIP:…</c> the mail addresses, as Exchange compares
    /// them.</summary>
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
