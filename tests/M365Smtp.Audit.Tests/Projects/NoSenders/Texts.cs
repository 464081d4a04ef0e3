namespace NoSenders;

/// <summary>Mail goes out through smtp.office365.com:587; see new SmtpClient("smtp.office365.com").</summary>
public static class Texts
{
    // var client = new SmtpClient("smtp.office365.com") { Credentials = new NetworkCredential("a@contoso.com",
    // "secret") };
    public const string Help = "Set the host to smtp.office365.com and the port to 587.";
}

/// <summary>Of the same name as a mail client, and none.</summary>
public class SmtpClient(string host)
{
    public string Host { get; } = host;

    public bool Send(string from, string to) => from != to;
}

public class Game
{
    public bool Play() => new SmtpClient("smtp.office365.com").Send("a", "b");
}

public class Inbox
{
    public const string ImapHost = "outlook.office365.com";
    public const int ImapPort = 993;
}
