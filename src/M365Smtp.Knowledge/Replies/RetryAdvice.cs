namespace M365Smtp;

/// <summary>Whether the same request may be sent again.</summary>
#if M365SMTP_GATECHECK
public
#else
internal
#endif
enum RetryAdvice
{
    /// <summary>Not until something is changed: a retry fails again and may lock the account.</summary>
    Never,

    /// <summary>After a delay that increases each time.</summary>
    Later,

    /// <summary>Soon, a few times.</summary>
    Yes,
}
