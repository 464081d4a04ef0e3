namespace M365Smtp.Simulator;

/// <summary>What is wrong with the server certificate.</summary>
public enum CertificateFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is issued for another host.</summary>
    WrongName,

    /// <summary>It expired yesterday.</summary>
    Expired,

    /// <summary>It is signed by an untrusted authority.</summary>
    UnknownAuthority,
}
