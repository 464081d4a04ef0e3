namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>A library's setting names, in files (below the section) and as members of its options type; null for
/// settings it lacks.</summary>
/// <param name="Host">A name, or an address (<c>smtp://host:port</c>) if <see cref="Port"/> is null.</param>
internal sealed record MailKeys(string Host, string? Port, string? User, string? Secret, string? From)
{
    public string? DefaultCredentials { get; init; }

    /// <summary>Selects a sign-in other than a password; if it is set, the login is not judged.</summary>
    public string? Mechanism { get; init; }

    /// <summary>Selects delivery to a server or to a folder.</summary>
    public string? DeliveryMethod { get; init; }
}
