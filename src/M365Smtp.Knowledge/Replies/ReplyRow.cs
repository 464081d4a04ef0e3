namespace M365Smtp.Knowledge;

/// <summary>What a reply must contain for a row to match.</summary>
internal enum MatchOn
{
    /// <summary>The phrase is sufficient, whatever the codes.</summary>
    Phrase,

    /// <summary>Other servers use the phrase too, so the enhanced code must match.</summary>
    PhraseWithCode,

    /// <summary>Only the bracket may follow the phrase: a longer text means something else.</summary>
    Whole,

    /// <summary>Both <see cref="PhraseWithCode"/> and <see cref="Whole"/>.</summary>
    WholeWithCode,

    /// <summary>The wording varies, and only Exchange Online uses the enhanced code: either is sufficient.</summary>
    PhraseOrCode,
}

/// <summary>One reply text of Exchange Online and what it means. Source: facts 3.</summary>
/// <param name="Code">The reply code, or 0 if only the text of a non-delivery report is known.</param>
/// <param name="Enhanced">The enhanced status code, or null if the source has none.</param>
/// <param name="Text">The text after the codes, verbatim; empty if no source has it. Text in braces varies:
/// <c>{bracket}</c>, <c>{host}</c>, <c>{login}</c>, <c>{from}</c>, <c>{address}</c>, <c>{ip}</c>, <c>{domain}</c>. A
/// few texts are truncated, as in the source.</param>
/// <param name="Phrase">The text to find, in lowercase; empty to match by code only.</param>
internal sealed record ReplyRow(
    ReplyCause Cause,
    ReplyStage Stage,
    int Code,
    string? Enhanced,
    string Text,
    string Phrase,
    RetryAdvice Retry,
    Certainty Certainty,
    string Source
)
{
    /// <summary><see cref="Phrase"/> without spaces, for texts that have lost theirs.</summary>
    public string JoinedPhrase { get; } = Phrase.Replace(" ", "");

    public MatchOn Match { get; init; } = MatchOn.Phrase;

    /// <summary>The last detail number of a range that begins with <see cref="Enhanced"/>.</summary>
    public int LastDetail { get; init; }

    /// <summary>What this text means in addition to its cause; null for nothing more.</summary>
    public string? Meaning { get; init; }

    /// <summary>A remedy for this text in particular; null if the remedies of its cause apply.</summary>
    public Remedy? Remedy { get; init; }

    /// <summary>Whether <see cref="Text"/> is a reply that a server can send.</summary>
    public bool IsVerbatim => Text.Length > 0 && Code > 0;
}
