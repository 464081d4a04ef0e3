using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules.Authentication;
using M365Smtp.Analyzers.Senders;

namespace M365Smtp.Analyzers.Rules;

/// <summary>The parts of an email address, without its display name.</summary>
internal sealed record EmailAddress(string Local, string Domain)
{
    /// <summary>Null for text that is not an address, such as a connection string, and for a placeholder.</summary>
    public static EmailAddress? Parse(string text)
    {
        var address = WithoutDisplayName(text).Trim();
        var at = address.IndexOf('@');
        return
            at > 0
            && at < address.Length - 1
            && at == address.LastIndexOf('@')
            && !Placeholder.Is(address)
            && Shown.IsName(address)
            ? new(address.Substring(0, at), address.Substring(at + 1))
            : null;
    }

    /// <summary>"Orders &lt;orders@contoso.com&gt;" without the display name; any other text unchanged.</summary>
    public static string WithoutDisplayName(string text)
    {
        var open = text.IndexOf('<');
        var close = text.IndexOf('>', open + 1);
        return open >= 0 && close > open ? text.Substring(open + 1, close - open - 1) : text;
    }

    /// <summary>"orders+web" is a subaddress of the mailbox "orders".</summary>
    public EmailAddress WithoutTag() =>
        Local.IndexOf('+') is var plus and > 0 ? this with { Local = Local.Substring(0, plus) } : this;

    public bool HasDomainOf(EmailAddress other) =>
        string.Equals(Form(Domain), Form(other.Domain), StringComparison.OrdinalIgnoreCase);

    public bool IsSameAs(EmailAddress other) =>
        string.Equals(WithoutTag().Local, other.WithoutTag().Local, StringComparison.OrdinalIgnoreCase)
        && HasDomainOf(other);

    static string Form(string domain) => AddressForm.DomainOf(domain) ?? domain;

    public override string ToString() => Local + "@" + Domain;
}
