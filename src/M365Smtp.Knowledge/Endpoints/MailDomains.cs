namespace M365Smtp.Knowledge;

/// <summary>Mail domains that no Microsoft 365 mailbox signs in with.</summary>
internal static class MailDomains
{
    /// <summary>Other providers: their accounts mean nothing to a Microsoft host. Source: seven of 189 public files
    /// write them there.</summary>
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

    /// <summary>Microsoft's own consumer accounts.</summary>
    public static readonly string[] Consumer = ["outlook.com", "hotmail.com", "live.com", "msn.com"];

    public static bool IsOtherProvider(string domain) =>
        Contains(OtherProviders, domain) || domain.StartsWith("yahoo.", StringComparison.OrdinalIgnoreCase);

    public static bool IsConsumer(string domain) => Contains(Consumer, domain);

    static bool Contains(string[] domains, string domain) =>
        Array.Exists(domains, known => string.Equals(known, domain, StringComparison.OrdinalIgnoreCase));
}
