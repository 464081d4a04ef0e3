namespace M365Smtp.Simulator;

/// <summary>What a reply of the server answers.</summary>
public enum SmtpStage
{
    /// <summary>The connection: the banner.</summary>
    Banner,

    /// <summary>EHLO or HELO before TLS.</summary>
    Ehlo,

    /// <summary>STARTTLS.</summary>
    StartTls,

    /// <summary>EHLO or HELO under TLS.</summary>
    EhloAfterTls,

    /// <summary>AUTH and what follows it: the challenges and the verdict.</summary>
    Auth,

    /// <summary>MAIL FROM.</summary>
    MailFrom,

    /// <summary>RCPT TO.</summary>
    RcptTo,

    /// <summary>DATA.</summary>
    Data,

    /// <summary>The message: its final dot, or a BDAT chunk.</summary>
    Message,

    /// <summary>QUIT.</summary>
    Quit,

    /// <summary>NOOP, RSET and commands the server does not know.</summary>
    Other,
}
