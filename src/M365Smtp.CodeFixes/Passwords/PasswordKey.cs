namespace M365Smtp.CodeFixes.Passwords;

/// <summary>The key for a password, following the keys of the settings around it.</summary>
internal static class PasswordKey
{
    public const string InConfiguration = "Smtp:Password",
        InEnvironment = "SMTP_PASSWORD";

    // Longer keys before their suffixes.
    static readonly string[] OtherSettings =
    [
        "UserName",
        "User",
        "Login",
        "Account",
        "Host",
        "Server",
        "Port",
        "EnableSsl",
        "UseSsl",
        "Ssl",
        "Tls",
        "Sender",
        "FromAddress",
        "From",
        "Recipient",
        "To",
        "Address",
        "Name",
    ];

    /// <summary>
    /// <c>Smtp:Host</c> → <c>Smtp:Password</c>, <c>MAIL_USER</c> → <c>MAIL_PASSWORD</c>; null if the key is no mail
    /// setting.
    /// </summary>
    public static string? Beside(string key)
    {
        if (!IsAboutMail(key))
            return null;
        var last = key.LastIndexOf(':') + 1;
        var name = key.Substring(last);
        var other = OtherSettings.FirstOrDefault(setting => name.EndsWith(setting, StringComparison.OrdinalIgnoreCase));
        var prefix = name.Substring(0, name.Length - (other?.Length ?? name.Length));
        return last + prefix.Length == 0 ? null : key.Substring(0, last) + prefix + Cased(name, prefix);
    }

    /// <summary>A key for a second password: <c>Smtp:OrdersPassword</c>, <c>SMTP_PASSWORD_ORDERS</c>.</summary>
    public static string For(string key, string address)
    {
        var who = new string([.. address.TakeWhile(letter => letter != '@').Where(char.IsLetterOrDigit)]);
        if (who.Length == 0)
            return key;
        if (IsUpper(key))
            return key + "_" + who.ToUpperInvariant();
        var last = key.LastIndexOf(':') + 1;
        return key.Substring(0, last) + char.ToUpperInvariant(who[0]) + who.Substring(1) + key.Substring(last);
    }

    public static bool IsAboutMail(string name) =>
        name.IndexOf("smtp", StringComparison.OrdinalIgnoreCase) >= 0
        || name.IndexOf("mail", StringComparison.OrdinalIgnoreCase) >= 0;

    static string Cased(string name, string prefix) =>
        name.Length > 0 && IsUpper(name) ? "PASSWORD"
        : prefix.Length == 0 && name.Length > 0 && char.IsLower(name[0])
        || prefix.EndsWith("_", StringComparison.Ordinal) && char.IsLower(prefix[0])
            ? "password"
        : "Password";

    static bool IsUpper(string name) => !name.Any(char.IsLower);
}
