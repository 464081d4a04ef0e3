namespace M365Smtp.Analyzers.Model;

/// <summary>The TLS behavior of a client, whatever its library calls it.</summary>
internal enum TlsMode
{
    /// <summary>No TLS at all.</summary>
    None,

    /// <summary>STARTTLS, or no connection.</summary>
    StartTls,

    /// <summary>TLS from the first byte on; not supported on any Microsoft 365 port.</summary>
    Implicit,

    /// <summary>STARTTLS if the server offers it, otherwise plain text.</summary>
    Opportunistic,
}
