namespace M365Smtp.Knowledge;

/// <summary>
/// The end of Exchange Web Services in Exchange Online. Source: Exchange team blog, February and June 2026 (facts 6c).
/// </summary>
internal static class WebServices
{
    /// <summary>From this date on, EWSEnabled = null means false, tenant by tenant.</summary>
    public const string OffSince = "1 October 2026";

    /// <summary>Removed for all tenants.</summary>
    public const string Removed = "1 April 2027";

    // No date is known for the national clouds; any other host is an on-premises server.
    const string Address = "://outlook.office365.com/ews";

    /// <summary>Whether a text is the address of Exchange Web Services in the worldwide cloud.</summary>
    public static bool IsAddress(string text) =>
        text.IndexOf(Address, StringComparison.OrdinalIgnoreCase) is var at and >= 0
        && (at + Address.Length == text.Length || text[at + Address.Length] == '/')
        && text.IndexOf(' ') < 0
        && Uri.IsWellFormedUriString(text, UriKind.Absolute);
}
