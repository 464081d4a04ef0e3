namespace M365Smtp;

/// <summary>How certain a cause is.</summary>
#if M365SMTP_GATECHECK
public
#else
internal
#endif
enum Certainty
{
    /// <summary>The cause is not known.</summary>
    Unknown,

    /// <summary>Inferred from the sources, or only the code was recognized.</summary>
    Likely,

    /// <summary>The server's words say so.</summary>
    Certain,
}
