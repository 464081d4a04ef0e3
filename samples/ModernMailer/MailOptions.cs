namespace ModernMailer;

/// <summary>How to send mail; the <c>Mail</c> section of the configuration.</summary>
public sealed class MailOptions
{
    public Way Way { get; set; }

    /// <summary>The sending mailbox.</summary>
    public string Mailbox { get; set; } = "";

    public string To { get; set; } = "";

    /// <summary>SMTP only.</summary>
    public string Host { get; set; } = "smtp.office365.com";

    /// <summary>SMTP only.</summary>
    public int Port { get; set; } = 587;
}

public enum Way
{
    Smtp,
    Graph,
}
