namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>Tells a value that stands in for a real one: a template's blank, a token a pipeline replaces, stars.</summary>
internal static class Placeholder
{
    // Chosen so that a text is taken apart in one way only: "user" and "name", hence no "username".
    static readonly string[] Vocabulary =
    [
        "your", "my", "the", "enter", "put", "insert", "replace", "change", "with", "me", "it", "here", "in", "todo", "tbd",
        "smtp", "mail", "email", "outlook", "office365", "app", "client", "user", "name", "id", "principal", "upn", "login", "account", "address",
        "password", "passwd", "passphrase", "pass", "pwd", "pw", "secret", "key", "token", "domain", "company", "tenant", "com",
        "placeholder", "redacted", "removed", "hidden", "none", "null", "empty", "test", "dummy",
    ];

    public static bool Is(string text)
    {
        var value = text.Trim();
        return value.Length == 0 || IsOneLetterRepeated(value) || IsToken(value) || IsMadeOfVocabulary(value);
    }

    static bool IsOneLetterRepeated(string value) => value.Trim(value[0]).Length == 0;

    // #{Secret}#, ${SECRET}, $(secret), %SECRET%, {{secret}}, [secret], __SECRET__, <your secret>
    static bool IsToken(string value) => (value[0], value[value.Length - 1]) switch
    {
        ('#', '#') or ('%', '%') or ('{', '}') or ('[', ']') or ('<', '>') => true,
        ('#' or '$', '}') => value[1] == '{',
        ('$', ')') => value[1] == '(',
        ('_', '_') => value.StartsWith("__", StringComparison.Ordinal),
        _ => false,
    };

    // "your-app-password", "ENTER_PASSWORD_HERE", "youremail@yourdomain.com", "changeme"
    static bool IsMadeOfVocabulary(string value)
    {
        // "your-account@contoso.com" is addressed to the reader, whatever the domain.
        if (value.StartsWith("your", StringComparison.OrdinalIgnoreCase) && value.IndexOf('@') is > 0 and var at) value = value.Substring(0, at);
        string letters = new([.. value.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
        return letters.Length is > 0 and <= 80 && IsMadeOfVocabulary(letters, 0);
    }

    static bool IsMadeOfVocabulary(string letters, int from) =>
        from == letters.Length
        || Array.Exists(Vocabulary, word => string.CompareOrdinal(letters, from, word, 0, word.Length) == 0 && IsMadeOfVocabulary(letters, from + word.Length));
}
