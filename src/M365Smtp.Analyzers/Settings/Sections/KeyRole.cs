namespace M365Smtp.Analyzers.Settings.Sections;

/// <summary>The role of a setting for a mail client.</summary>
internal enum KeyRole
{
    None,
    Host,
    Port,
    Tls,
    User,

    /// <summary>An account or a mailbox: a login if the value is an address, otherwise possibly a display
    /// name.</summary>
    Mailbox,
    Secret,
    From,
    DefaultCredentials,
}
