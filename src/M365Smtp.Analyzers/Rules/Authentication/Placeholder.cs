namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>Recognizes a placeholder for a real value: a template's blank, a token replaced by a pipeline,
/// asterisks.</summary>
internal static class Placeholder
{
    // "user" and "name", hence no "username".
    static readonly string[] Vocabulary =
    [
        "your",
        "my",
        "our",
        "the",
        "a",
        "an",
        "of",
        "for",
        "from",
        "to",
        "and",
        "or",
        "is",
        "goes",
        "this",
        "that",
        "enter",
        "put",
        "insert",
        "type",
        "paste",
        "fill",
        "set",
        "add",
        "replace",
        "change",
        "use",
        "update",
        "with",
        "by",
        "me",
        "it",
        "here",
        "in",
        "todo",
        "tbd",
        "fixme",
        "real",
        "actual",
        "own",
        "valid",
        "new",
        "some",
        "smtp",
        "mail",
        "email",
        "outlook",
        "office",
        "365",
        "office365",
        "microsoft365",
        "m365",
        "exchange",
        "gmail",
        "hotmail",
        "organization",
        "app",
        "application",
        "client",
        "service",
        "server",
        "host",
        "user",
        "name",
        "id",
        "principal",
        "upn",
        "login",
        "signin",
        "auth",
        "account",
        "mailbox",
        "address",
        "sender",
        "sending",
        "recipient",
        "receiver",
        "credential",
        "credentials",
        "noreply",
        "password",
        "passcode",
        "passwd",
        "passphrase",
        "pass",
        "pwd",
        "pw",
        "secret",
        "key",
        "token",
        "domain",
        "company",
        "tenant",
        "com",
        "value",
        "string",
        "text",
        "placeholder",
        "redacted",
        "removed",
        "hidden",
        "masked",
        "none",
        "null",
        "empty",
        "blank",
        "not",
        "test",
        "dummy",
        "example",
        "sample",
        "fake",
        "foo",
        "bar",
        "xxx",
        // The length of an app password.
        "16characters",
        "16chars",
        "16digits",
        "16letters",
        // "Password" and "your" in other languages.
        "contraseña",
        "contrasena",
        "clave",
        "tu",
        "su",
        "motdepasse",
        "votre",
        "senha",
        "sua",
        "passwort",
        "kennwort",
        "mein",
        "dein",
        "ihr",
        "wachtwoord",
        "jouw",
        "uw",
        "hasło",
        "twoje",
        "şifre",
        "şifreniz",
        "sifre",
        "sifreniz",
        "parola",
        "heslo",
        "lösenord",
        "adgangskode",
        "passord",
        "salasana",
        "jelszó",
        "пароль",
        "ваш",
        "密码",
        "您的",
    ];

    public static bool Is(string text)
    {
        var value = text.Trim();
        return value.Length == 0
            || IsOneLetterRepeated(value)
            || IsReference(value)
            || IsToken(value)
            || IsMadeOfVocabulary(value);
    }

    // "xxxx xxxx xxxx xxxx" is the form of an app password.
    static bool IsOneLetterRepeated(string value) => value.Replace(" ", "").Replace("-", "").Trim(value[0]).Length == 0;

    // Azure replaces it by the secret. Source: App Service, Key Vault references.
    static bool IsReference(string value) => value.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase);

    // #{Secret}#, ${SECRET}, $(secret), %SECRET%, {{secret}}, [secret], __SECRET__, <your secret>
    static bool IsToken(string value) =>
        (value[0], value[value.Length - 1]) switch
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
        // "your-account@contoso.com" addresses the reader, whatever the domain.
        if (value.StartsWith("your", StringComparison.OrdinalIgnoreCase) && value.IndexOf('@') is > 0 and var at)
            value = value.Substring(0, at);
        // "the user's password"
        string letters = new([.. value.Replace("'s", "").Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
        return letters.Length is > 0 and <= 80 && IsMadeOf(letters, Vocabulary);
    }

    static bool IsMadeOf(string letters, string[] words)
    {
        // Positions where a word may end, left to right: each is visited once, however many words share a prefix.
        var ends = new bool[letters.Length + 1];
        ends[0] = true;
        for (var from = 0; from < letters.Length; from++)
            if (ends[from])
                foreach (var word in words)
                    if (string.CompareOrdinal(letters, from, word, 0, word.Length) == 0)
                        ends[from + word.Length] = true;
        return ends[letters.Length];
    }
}
