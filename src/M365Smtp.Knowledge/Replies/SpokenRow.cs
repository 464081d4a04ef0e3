namespace M365Smtp.Knowledge;

/// <summary>What a client, or a service other than SMTP, says in words, without an SMTP reply.</summary>
/// <param name="Phrases">Any of them tells; in lower case.</param>
internal sealed record SpokenRow(
    ReplyCause Cause,
    RetryAdvice Retry,
    Certainty Certainty,
    string Source,
    params string[] Phrases
)
{
    /// <summary>
    /// Must be found near the phrase too; null where the phrase says it all. In lower case; a number counts as a whole
    /// one.
    /// </summary>
    public string? With { get; init; }

    public string? Meaning { get; init; }

    public Remedy? Remedy { get; init; }
}
