namespace M365Smtp.Simulator;

/// <summary>What a server reply responds to.</summary>
public enum SmtpStage
{
    /// <summary>The connection: the banner.</summary>
    Banner,

    /// <summary>EHLO or HELO before TLS.</summary>
    Ehlo,

    /// <summary>STARTTLS.</summary>
    StartTls,

    /// <summary>EHLO or HELO over TLS.</summary>
    EhloAfterTls,

    /// <summary>AUTH: the challenges and the result.</summary>
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

    /// <summary>NOOP, RSET and unknown commands.</summary>
    Other,
}
