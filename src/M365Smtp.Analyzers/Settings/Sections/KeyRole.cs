namespace M365Smtp.Analyzers.Settings.Sections;

/// <summary>What a setting is to a mail client.</summary>
internal enum KeyRole
{
    None,
    Host,
    Port,
    Tls,
    User,

    /// <summary>An account or a mailbox: a login where an address stands there, else perhaps a display name.</summary>
    Mailbox,
    Secret,
    From,
    DefaultCredentials,
}
