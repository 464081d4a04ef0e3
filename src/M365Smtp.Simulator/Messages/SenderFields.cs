using System.Net.Mail;
using System.Text.RegularExpressions;

namespace M365Smtp.Simulator;

/// <summary>The senders that a message claims in all its From fields, however they are written.</summary>
/// <param name="Addresses">All addresses in all From fields.</param>
/// <param name="AreMany">More than one From field, or several addresses without a Sender field (RFC 5322, 3.6 and
/// 3.6.2).</param>
/// <param name="AreUnreadable">A From field without any address.</param>
internal sealed record SenderFields(IReadOnlyList<string> Addresses, bool AreMany, bool AreUnreadable)
{
    static readonly Regex Address = new(@"[^\s<>,;:""()]+@[^\s<>,;:""()]+", RegexOptions.CultureInvariant);

    public static SenderFields Of(IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        var fields = Values(headers, "From").Select(AddressesIn).ToArray();
        var addresses = fields.SelectMany(found => found).ToArray();
        return new(
            addresses,
            AreMany: fields.Length > 1 || (addresses.Length > 1 && !Values(headers, "Sender").Any()),
            AreUnreadable: Array.Exists(fields, found => found.Length == 0)
        );
    }

    // "From :" is the obsolete syntax, but still a From field.
    static IEnumerable<string> Values(IReadOnlyList<KeyValuePair<string, string>> headers, string name) =>
        headers
            .Where(field => string.Equals(field.Key.TrimEnd(), name, StringComparison.OrdinalIgnoreCase))
            .Select(field => field.Value);

    static string[] AddressesIn(string field)
    {
        if (field.Length == 0)
            return [];
        try
        {
            return [.. new MailAddressCollection { field }.Select(address => address.Address)];
        }
        catch (FormatException)
        {
            // A group or a comment: include everything that looks like an address.
            return [.. Address.Matches(field).Cast<Match>().Select(match => match.Value)];
        }
    }
}
