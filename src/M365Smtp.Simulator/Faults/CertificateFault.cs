namespace M365Smtp.Simulator;

/// <summary>What is wrong with the server certificate.</summary>
public enum CertificateFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is made out to another host.</summary>
    WrongName,

    /// <summary>It expired yesterday.</summary>
    Expired,

    /// <summary>An authority signed it that nobody trusts.</summary>
    UnknownAuthority,
}
