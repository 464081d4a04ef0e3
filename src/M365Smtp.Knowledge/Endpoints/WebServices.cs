namespace M365Smtp.Knowledge;

/// <summary>
/// The end of Exchange Web Services in Exchange Online. Source: Exchange team blog, February and June 2026 (facts
/// 6c).
/// </summary>
internal static class WebServices
{
    /// <summary>From here on EWSEnabled = null means false, tenant by tenant.</summary>
    public const string OffSince = "1 October 2026";

    /// <summary>Removed for everybody.</summary>
    public const string Removed = "1 April 2027";

    // Of the national clouds no date is known; any other host is a server on-premises.
    const string Address = "://outlook.office365.com/ews";

    /// <summary>The address of Exchange Web Services in the worldwide cloud, and nothing else.</summary>
    public static bool IsAddress(string text) =>
        text.IndexOf(Address, StringComparison.OrdinalIgnoreCase) is var at and >= 0
        && (at + Address.Length == text.Length || text[at + Address.Length] == '/')
        && text.IndexOf(' ') < 0
        && Uri.IsWellFormedUriString(text, UriKind.Absolute);
}
