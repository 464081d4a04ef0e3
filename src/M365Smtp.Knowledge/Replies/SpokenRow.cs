namespace M365Smtp.Knowledge;

/// <summary>An error message of a client, or of a service other than SMTP, without an SMTP reply.</summary>
/// <param name="Phrases">Alternatives, each sufficient; in lowercase.</param>
internal sealed record SpokenRow(
    ReplyCause Cause,
    RetryAdvice Retry,
    Certainty Certainty,
    string Source,
    params string[] Phrases
)
{
    /// <summary>
    /// Text that must also be found near the phrase, in lowercase, and if it is a number, as a whole number; null if
    /// the phrase is sufficient.
    /// </summary>
    public string? With { get; init; }

    public string? Meaning { get; init; }

    public Remedy? Remedy { get; init; }
}
