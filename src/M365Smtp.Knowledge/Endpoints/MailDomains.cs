namespace M365Smtp.Knowledge;

/// <summary>Mail domains that are never the domain of a Microsoft 365 login.</summary>
internal static class MailDomains
{
    /// <summary>
    /// Other providers, whose accounts a Microsoft host does not know. Source: used that way in seven of 189 public
    /// files.
    /// </summary>
    public static readonly string[] OtherProviders =
    [
        "gmail.com",
        "googlemail.com",
        "yahoo.com",
        "ymail.com",
        "aol.com",
        "icloud.com",
        "me.com",
        "mac.com",
        "gmx.com",
        "gmx.de",
        "gmx.net",
        "web.de",
        "mail.ru",
        "yandex.ru",
        "yandex.com",
        "proton.me",
        "protonmail.com",
        "zoho.com",
    ];

    /// <summary>Microsoft's consumer accounts.</summary>
    public static readonly string[] Consumer = ["outlook.com", "hotmail.com", "live.com", "msn.com"];

    public static bool IsOtherProvider(string domain) =>
        Contains(OtherProviders, domain) || domain.StartsWith("yahoo.", StringComparison.OrdinalIgnoreCase);

    public static bool IsConsumer(string domain) => Contains(Consumer, domain);

    static bool Contains(string[] domains, string domain) =>
        Array.Exists(domains, known => string.Equals(known, domain, StringComparison.OrdinalIgnoreCase));
}
