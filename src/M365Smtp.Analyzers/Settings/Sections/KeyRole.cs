namespace M365Smtp.Analyzers.Settings.Sections;

/// <summary>What a setting is to a mail client.</summary>
internal enum KeyRole
{
    None,
    Host,
    Port,
    Tls,
    User,
    Secret,
    From,
    DefaultCredentials,
}
