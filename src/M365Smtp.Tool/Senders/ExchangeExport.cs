using System.Text.Json;
using M365Smtp.Analyzers.Senders;

namespace M365Smtp.Tool.Senders;

/// <summary>Reads the output of Get-Mailbox, Get-RecipientPermission and Get-AcceptedDomain, written by
/// <c>ConvertTo-Json</c>: together or one at a time.</summary>
internal sealed class ExchangeExport
{
    static readonly string[] Names =
    [
        "Identity",
        "Name",
        "Alias",
        "DisplayName",
        "DistinguishedName",
        "Guid",
        "ExternalDirectoryObjectId",
        "UserPrincipalName",
        "PrimarySmtpAddress",
    ];

    readonly List<JsonElement> mailboxes = [],
        permissions = [],
        domains = [];
    readonly List<string> notes = [];
    bool knowsPermissions;

    /// <summary>The command for an administrator to run.</summary>
    public static string Command(IEnumerable<string> mailboxes) =>
        $"$senders = {string.Join(", ", mailboxes.Select(mailbox => $"'{mailbox.Replace("'", "''")}'"))}; "
        + "[pscustomobject]@{ "
        + "Mailboxes = @($senders | ForEach-Object { Get-Mailbox -Identity $_ | Select-Object UserPrincipalName, "
        + "EmailAddresses, RecipientTypeDetails }); "
        + "SendAs = @($senders | ForEach-Object { $trustee = $_; Get-RecipientPermission -Trustee $trustee "
        + "-AccessRights SendAs -ResultSize Unlimited | "
        + "ForEach-Object { [pscustomobject]@{ Trustee = $trustee; Addresses = @((Get-Recipient -Identity "
        + "$_.Identity).EmailAddresses) } } }); "
        + "AcceptedDomains = @(Get-AcceptedDomain | Select-Object DomainName) } | ConvertTo-Json -Depth 4 | "
        + "Out-File senders-export.json -Encoding utf8";

    /// <exception cref="FormatException">It is not such an export.</exception>
    public static TenantAnswer Read(IEnumerable<string> texts)
    {
        var export = new ExchangeExport();
        foreach (var text in texts)
            export.Take(Parse(text));
        if (export.mailboxes.Count == 0)
            throw new FormatException("it shows no mailbox: no object has UserPrincipalName and EmailAddresses");
        var answer = export.mailboxes.Select(export.Mailbox).ToList();
        return new(
            answer,
            export.domains.Count == 0 ? null : [.. export.domains.Select(Domain).OfType<string>().Distinct()],
            export.notes
        );
    }

    static JsonElement Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'));
            return document.RootElement.Clone();
        }
        catch (JsonException broken)
        {
            throw new FormatException(
                $"it is not JSON (line {broken.LineNumber + 1}, position {broken.BytePositionInLine + 1})"
            );
        }
    }

    // The properties of an object show which cmdlet it comes from.
    void Take(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var member in element.EnumerateArray())
                Take(member);
        if (element.ValueKind != JsonValueKind.Object)
            return;
        if (Has(element, "UserPrincipalName") && Has(element, "EmailAddresses"))
            mailboxes.Add(element);
        else if (Has(element, "Trustee"))
            permissions.Add(element);
        else if (Has(element, "DomainName"))
            domains.Add(element);
        else
            foreach (var property in element.EnumerateObject())
                Take(property.Value);
        knowsPermissions |= Has(element, "Trustee") || Has(element, "SendAs");
    }

    TenantMailbox Mailbox(JsonElement mailbox)
    {
        var upn =
            Text(mailbox, "UserPrincipalName") is { } name && AddressForm.Of(name) is not null
                ? name
                : throw new FormatException("a mailbox has no UserPrincipalName");
        var kind = Text(mailbox, "RecipientTypeDetails") switch
        {
            null => (MailboxKind?)null,
            "SharedMailbox" => MailboxKind.Shared,
            _ => MailboxKind.User,
        };
        return TenantMailbox.Of(
            upn,
            kind,
            Texts(mailbox, "EmailAddresses"),
            knowsPermissions
                ?
                [
                    .. permissions
                        .Where(row => IsGrant(row) && IsNamed(mailbox, Text(row, "Trustee")))
                        .SelectMany(row => Granted(row, upn))
                        .Distinct(),
                ]
                : null
        );
    }

    static bool IsGrant(JsonElement row) =>
        (!Has(row, "AccessRights") || Texts(row, "AccessRights").Contains("SendAs"))
        && Text(row, "AccessControlType") is null or "Allow";

    IReadOnlyList<string> Granted(JsonElement row, string upn)
    {
        var identity = Text(row, "Identity");
        var addresses = Has(row, "Addresses")
            ? Texts(row, "Addresses")
            : mailboxes
                .Where(mailbox => IsNamed(mailbox, identity))
                .SelectMany(mailbox => Texts(mailbox, "EmailAddresses"))
                .Append(identity ?? "");
        var found = TenantMailbox.MailAddresses(addresses);
        if (found.Count == 0)
            notes.Add(
                $"{upn} holds Send As for '{identity}', whose address the export does not show: export that "
                    + "mailbox too, or write its address by hand."
            );
        return found;
    }

    static bool IsNamed(JsonElement mailbox, string? name) =>
        name is not null
        && (
            Names.Any(property => string.Equals(Text(mailbox, property), name, StringComparison.OrdinalIgnoreCase))
            || (
                AddressForm.Of(name) is { } form
                && TenantMailbox.MailAddresses(Texts(mailbox, "EmailAddresses")).Contains(form)
            )
        );

    static string? Domain(JsonElement row) =>
        row.GetProperty("DomainName") is { ValueKind: JsonValueKind.Object } name
            ? Text(name, "Domain")
            : Text(row, "DomainName");

    static bool Has(JsonElement element, string name) => element.TryGetProperty(name, out _);

    static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    // A list with one value is often written without the list.
    static IEnumerable<string> Texts(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array
            ? value
                .EnumerateArray()
                .Where(member => member.ValueKind == JsonValueKind.String)
                .Select(member => member.GetString()!)
        : Text(element, name) is { } text ? text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
        : [];
}
