namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>Tells a value that stands in for a real one: a template's blank, a token a pipeline replaces, stars.</summary>
internal static class Placeholder
{
    public static bool Is(string text)
    {
        var value = text.Trim();
        return value.Length == 0 || IsOneLetterRepeated(value) || IsToken(value) || IsWord(LettersOf(value));
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

    static bool IsWord(string letters) => letters switch
    {
        "password" or "passwd" or "passphrase" or "pass" or "pwd" or "pw" or "apppassword" or "mypassword" or "secret" or "clientsecret" => true,
        "user" or "username" or "userid" or "userprincipalname" or "upn" or "login" or "account" or "email" or "emailaddress" or "mail" => true,
        "changeme" or "changeit" or "replaceme" or "fillmein" or "todo" or "tbd" or "placeholder" or "redacted" or "removed" or "hidden" or "none" or "null" or "test" or "dummy" => true,
        _ => IsAddressedToTheReader(letters),
    };

    // "your-app-password", "ENTER_PASSWORD_HERE", "youremail@yourdomain.com"
    static bool IsAddressedToTheReader(string letters) =>
        StartsWithAny(letters, "your", "enteryour", "insert", "enterpass", "putyour", "replacewith") && ContainsAny(letters, "pass", "pwd", "secret", "mail", "user", "name", "account", "login", "domain", "key", "token")
        || letters.EndsWith("here", StringComparison.Ordinal) && ContainsAny(letters, "pass", "pwd", "secret", "mail", "user", "token");

    static bool StartsWithAny(string text, params string[] starts) => Array.Exists(starts, start => text.StartsWith(start, StringComparison.Ordinal));

    static bool ContainsAny(string text, params string[] words) => Array.Exists(words, word => text.Contains(word));

    static string LettersOf(string value) =>
        new([.. value.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
