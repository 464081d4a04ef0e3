namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>What a library calls its settings, in files (below the section) and as members of its options type; null
/// for what it does not have.</summary>
/// <param name="Host">A name, or an address (<c>smtp://host:port</c>) where <see cref="Port"/> is null.</param>
internal sealed record MailKeys(string Host, string? Port, string? User, string? Secret, string? From)
{
    public string? DefaultCredentials { get; init; }

    /// <summary>What chooses another sign-in than a password's; where it is set, nothing is claimed of the
    /// login.</summary>
    public string? Mechanism { get; init; }

    /// <summary>Whether mail goes to a server at all, or to a folder.</summary>
    public string? DeliveryMethod { get; init; }
}
