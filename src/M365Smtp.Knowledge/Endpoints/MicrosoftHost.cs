namespace M365Smtp.Knowledge;

/// <summary>What a Microsoft mail host is to someone who wants to submit mail.</summary>
internal enum HostKind
{
    /// <summary>The documented place for client submission.</summary>
    Submission,

    /// <summary>Answers, but no document names it for submission.</summary>
    Undocumented,

    /// <summary>No document gives this name; people write it all the same.</summary>
    Wrong,

    /// <summary>A known host misspelt, or written with a scheme, a port or blanks.</summary>
    Malformed,

    /// <summary>Documented, with an end in sight or past.</summary>
    Deprecated,

    /// <summary>A tenant's MX endpoint: Direct Send and connectors, never a sign-in.</summary>
    Mx,

    /// <summary>Azure Communication Services: another service with accounts and rules of its own.</summary>
    Communication,
}

/// <param name="Name">The name in lower case; for an MX host the name as it was asked for.</param>
/// <param name="UseInstead">The documented host of the same cloud, or null where there is none to name.</param>
/// <param name="Source">Where the row comes from; <c>facts.md</c> explains the short names.</param>
internal sealed record MicrosoftHost(string Name, HostKind Kind, Cloud Cloud, string? UseInstead, string Source)
{
    /// <summary>What is the matter with it, as the rest of a sentence that starts with the name; empty for a right
    /// host.</summary>
    public string Note { get; init; } = "";

    /// <summary>The opt-in endpoint for TLS 1.0 and 1.1.</summary>
    public bool TakesOldTls { get; init; }

    /// <summary>Documented for submission on port 25 too.</summary>
    public bool TakesPort25 { get; init; }

    /// <summary>Whoever writes this name means to submit mail, also where the name is wrong. Of a closed cloud nothing
    /// more is to be said.</summary>
    public bool TakesSubmission => Kind is not (HostKind.Mx or HostKind.Communication) && Cloud != Cloud.Germany;

    /// <summary>The one name that messages call it by: the written one, but for a text with more in it than a
    /// name.</summary>
    public string Server => Kind is HostKind.Malformed && UseInstead is { } right ? right : Name;
}
