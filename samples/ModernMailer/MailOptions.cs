namespace ModernMailer;

/// <summary>How mail leaves; the section <c>Mail</c> of the configuration.</summary>
public sealed class MailOptions
{
    public Way Way { get; set; }

    /// <summary>The mailbox that sends.</summary>
    public string Mailbox { get; set; } = "";

    public string To { get; set; } = "";

    /// <summary>For SMTP only.</summary>
    public string Host { get; set; } = "smtp.office365.com";

    /// <summary>For SMTP only.</summary>
    public int Port { get; set; } = 587;
}

public enum Way
{
    Smtp,
    Graph,
}
