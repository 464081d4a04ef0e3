using System.Globalization;

namespace M365Smtp.Analyzers.Senders;

/// <summary>Email addresses in the form in which Exchange compares them: lower case, the domain in ASCII, no
/// <c>smtp:</c> prefix.</summary>
internal static class AddressForm
{
    const string Prefix = "smtp:";

    static readonly IdnMapping Idn = new();

    /// <summary>Null if it is not an address.</summary>
    public static string? Of(string text)
    {
        var address = text.Trim();
        if (address.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            address = address.Substring(Prefix.Length);
        var at = address.IndexOf('@');
        return
            at > 0
            && !address.Any(c => char.IsWhiteSpace(c) || c is '<' or '>' or '\\')
            && DomainOf(address.Substring(at + 1)) is { } domain
            ? address.Substring(0, at).ToLowerInvariant() + "@" + domain
            : null;
    }

    /// <summary>A domain name in lower case and ASCII: <c>xn--bcher-kva.example</c> for <c>Bücher.example</c>; null if
    /// it is not a domain.</summary>
    public static string? DomainOf(string text)
    {
        var name = text.Trim().ToLowerInvariant();
        try
        {
            if (name.Any(c => c > '\x7f'))
                name = Idn.GetAscii(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
        return name.IndexOf('.') > 0 && Uri.CheckHostName(name) == UriHostNameType.Dns ? name : null;
    }

    /// <summary><c>orders@contoso.com</c> for <c>orders+web@contoso.com</c>: a tag is not part of the mailbox's
    /// name.</summary>
    public static string WithoutTag(string address) =>
        address.IndexOf('+') is > 0 and var plus && address.IndexOf('@') is var at && plus < at
            ? address.Remove(plus, at - plus)
            : address;
}
