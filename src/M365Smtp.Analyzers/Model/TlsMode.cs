namespace M365Smtp.Analyzers.Model;

/// <summary>What a client does about TLS, whatever its library calls it.</summary>
internal enum TlsMode
{
    /// <summary>No TLS at all.</summary>
    None,

    /// <summary>STARTTLS, or no connection.</summary>
    StartTls,

    /// <summary>TLS from the first byte on; no Microsoft 365 port speaks it.</summary>
    Implicit,

    /// <summary>STARTTLS if the server offers it, else plain text.</summary>
    Opportunistic,
}
