namespace M365Smtp.Analyzers.Settings.Sections;

/// <summary>The meaning of a setting's name: <c>SparePort</c> is the port of "spare", <c>smtp_user_name</c> the user of
/// "smtp".</summary>
/// <param name="Stem">The rest of the name without the word for its role, in lower case.</param>
internal sealed record KeyName(KeyRole Role, string Stem)
{
    static readonly (KeyRole Role, string[] Words)[] Words =
    [
        (
            KeyRole.Host,
            [
                "host",
                "hostname",
                "hostaddress",
                "server",
                "servername",
                "serveraddress",
                "smtp",
                "relay",
                "gateway",
                "endpoint",
                "adress",
                "address",
                "url",
                "uri",
                "mx",
            ]
        ),
        (KeyRole.Port, ["port", "portnumber", "portno", "prt"]),
        (
            KeyRole.Tls,
            [
                "ssl",
                "tls",
                "starttls",
                "enablessl",
                "usessl",
                "usetls",
                "security",
                "securesocketoption",
                "securesocketoptions",
                "socketoptions",
                "encryption",
                "encryptionmethod",
                "connectionsecurity",
            ]
        ),
        (KeyRole.User, ["user", "username", "userid", "usr", "login", "loginname", "logon", "upn"]),
        (KeyRole.Mailbox, ["account", "mailbox", "box", "uid"]),
        (KeyRole.Secret, ["password", "passwd", "passwort", "pass", "pwd", "pw", "secret", "word", "passphrase"]),
        (
            KeyRole.From,
            [
                "from",
                "fromaddress",
                "fromemail",
                "fromemailaddress",
                "frommail",
                "mailfrom",
                "emailfrom",
                "sender",
                "senderaddress",
                "senderemail",
                "sendermail",
                "senderemailaddress",
            ]
        ),
        (KeyRole.DefaultCredentials, ["defaultcredentials", "usedefaultcredentials"]),
    ];

    // Names that end like a role but are not.
    static readonly string[] NoRoles =
    [
        "report",
        "support",
        "transport",
        "export",
        "import",
        "passport",
        "keyword",
        "clientsecret",
        "appsecret",
        "jwtsecret",
        "inbox",
    ];

    // Words that say only "this is about mail".
    static readonly string[] MailWords =
    [
        "smtp",
        "smpt",
        "email",
        "mail",
        "server",
        "client",
        "default",
        "auth",
        "authentication",
        "credential",
        "credentials",
        "network",
        "net",
        "office365",
        "office",
        "o365",
        "m365",
        "outlook",
        "exchange",
        "settings",
        "config",
        "outgoing",
        "out",
        "send",
        "sending",
        "sender",
        "from",
        "app",
        "my",
        "the",
        "use",
        "enable",
        "args",
    ];

    /// <summary>The stem without the words that only say "mail"; settings of one client share it.</summary>
    public string Group { get; } = WithoutMailWords(Stem);

    public static KeyName Of(string name)
    {
        // "Port2" is the port of "2".
        var unnumbered = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        if (unnumbered.Length > 0 && unnumbered.Length < name.Length)
            return Numbered(Of(unnumbered), name.Substring(unnumbered.Length));
        var letters = Letters(name);
        var (best, length) = (KeyRole.None, 0);
        foreach (var (role, words) in Words)
            foreach (var word in words)
                if (word.Length > length && letters.EndsWith(word, StringComparison.Ordinal))
                    (best, length) = (role, word.Length);
        return Array.Exists(NoRoles, word => EndsInWord(name, letters, word))
            ? new(KeyRole.None, letters)
            : new(best, letters.Substring(0, letters.Length - length));
    }

    static KeyName Numbered(KeyName name, string number) => new(name.Role, name.Stem + number);

    // "DailyReport" is a report, "SparePort" a port.
    static bool EndsInWord(string name, string letters, string word)
    {
        if (!letters.EndsWith(word, StringComparison.Ordinal))
            return false;
        var start = name.Length - word.Length;
        return letters.Length == word.Length
            || !name.EndsWith(word, StringComparison.OrdinalIgnoreCase)
            || char.IsUpper(name[start])
            || !char.IsLetter(name[start - 1]);
    }

    public static string Letters(string name) =>
        new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    static string WithoutMailWords(string stem)
    {
        for (var rest = stem; ;)
        {
            var word =
                Array.Find(MailWords, word => rest.EndsWith(word, StringComparison.Ordinal))
                ?? Array.Find(MailWords, word => rest.StartsWith(word, StringComparison.Ordinal));
            if (word is null)
                return rest;
            rest = rest.EndsWith(word, StringComparison.Ordinal)
                ? rest.Substring(0, rest.Length - word.Length)
                : rest.Substring(word.Length);
        }
    }
}
