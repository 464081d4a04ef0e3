namespace M365Smtp;

/// <summary>How sure it is that the cause is the cause.</summary>
#if M365SMTP_GATECHECK
public
#else
internal
#endif
enum Certainty
{
    /// <summary>Nothing is claimed.</summary>
    Unknown,

    /// <summary>The sources infer it, or only the code was recognised.</summary>
    Likely,

    /// <summary>The server says so in words.</summary>
    Certain,
}
