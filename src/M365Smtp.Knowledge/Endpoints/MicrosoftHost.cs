namespace M365Smtp.Knowledge;

/// <summary>The role of a Microsoft mail host for mail submission.</summary>
internal enum HostKind
{
    /// <summary>The documented host for client submission.</summary>
    Submission,

    /// <summary>Replies, but is not documented for submission.</summary>
    Undocumented,

    /// <summary>Not documented, but people use it.</summary>
    Wrong,

    /// <summary>A known host that is misspelled, or has a scheme, port or spaces.</summary>
    Malformed,

    /// <summary>Documented, but retired or to be retired.</summary>
    Deprecated,

    /// <summary>A tenant's MX endpoint: for Direct Send and connectors, without sign-in.</summary>
    Mx,

    /// <summary>Azure Communication Services, another service with its own accounts and rules.</summary>
    Communication,
}

/// <param name="Name">The name in lowercase; for an MX host, the name as requested.</param>
/// <param name="UseInstead">The documented host of the same cloud, or null if there is none.</param>
/// <param name="Source">The source of the row; <c>facts.md</c> explains the abbreviations.</param>
internal sealed record MicrosoftHost(string Name, HostKind Kind, Cloud Cloud, string? UseInstead, string Source)
{
    /// <summary>
    /// What is wrong with the host, as the rest of a sentence that starts with its name; empty for a right host.
    /// </summary>
    public string Note { get; init; } = "";

    /// <summary>Whether it is the opt-in endpoint for TLS 1.0 and 1.1.</summary>
    public bool TakesOldTls { get; init; }

    /// <summary>Whether it is documented for submission on port 25 too.</summary>
    public bool TakesPort25 { get; init; }

    /// <summary>
    /// Whether code that uses this name intends to submit mail, even if the name is wrong. False for a closed cloud.
    /// </summary>
    public bool TakesSubmission => Kind is not (HostKind.Mx or HostKind.Communication) && Cloud != Cloud.Germany;

    /// <summary>
    /// The name to use in messages: as written, or the host name if the text contains more than that.
    /// </summary>
    public string Server => Kind is HostKind.Malformed && UseInstead is { } right ? right : Name;
}
