namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>A setting that controls TLS, and the meaning of its values; a value without a meaning leaves the decision
/// to the next switch.</summary>
internal sealed record TlsSwitch(string Key, IReadOnlyDictionary<string, TlsMeaning> Words)
{
    public static TlsSwitch Flag(string key, TlsMeaning whenTrue, TlsMeaning whenFalse) =>
        Of(key, ("true", whenTrue), ("false", whenFalse));

    /// <summary>A value of MailKit's enum, by name or by number.</summary>
    public static TlsSwitch SecureSocketOptions(string key) =>
        Of(
            key,
            ("None", TlsMeaning.None),
            ("0", TlsMeaning.None),
            ("Auto", TlsMeaning.Auto),
            ("1", TlsMeaning.Auto),
            ("SslOnConnect", TlsMeaning.Implicit),
            ("2", TlsMeaning.Implicit),
            ("StartTls", TlsMeaning.StartTls),
            ("3", TlsMeaning.StartTls),
            ("StartTlsWhenAvailable", TlsMeaning.WhenAvailable),
            ("4", TlsMeaning.WhenAvailable)
        );

    public static TlsSwitch Of(string key, params (string Word, TlsMeaning Meaning)[] words) =>
        new(key, words.ToDictionary(row => row.Word, row => row.Meaning, StringComparer.OrdinalIgnoreCase));
}
