namespace M365Smtp;

/// <summary>Whether the same request may be sent again.</summary>
#if M365SMTP_GATECHECK
public
#else
internal
#endif
enum RetryAdvice
{
    /// <summary>Not before somebody changes something: a repeat fails again and may lock the account.</summary>
    Never,

    /// <summary>After a pause, which grows.</summary>
    Later,

    /// <summary>Soon, a few times.</summary>
    Yes,
}
