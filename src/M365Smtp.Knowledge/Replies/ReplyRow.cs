namespace M365Smtp.Knowledge;

/// <summary>What must be found in a reply for a row to match.</summary>
internal enum MatchOn
{
    /// <summary>The phrase says it all, whatever the codes.</summary>
    Phrase,

    /// <summary>Other servers use the phrase too: the enhanced code must agree.</summary>
    PhraseWithCode,

    /// <summary>Nothing but the bracket follows: a longer text means something else.</summary>
    Whole,

    /// <summary>Both.</summary>
    WholeWithCode,

    /// <summary>The wording varies and only Exchange Online uses the enhanced code: either suffices.</summary>
    PhraseOrCode,
}

/// <summary>One reply text of Exchange Online and what it means. Source: facts 3.</summary>
/// <param name="Code">The reply code, or 0 where only the text of a non-delivery report is known.</param>
/// <param name="Enhanced">The enhanced status code, or null where the source shows none.</param>
/// <param name="Text">
/// The text after the codes, verbatim; empty where no source shows it. What stands in braces varies: <c>{bracket}</c>,
/// <c>{host}</c>, <c>{login}</c>, <c>{from}</c>, <c>{address}</c>, <c>{ip}</c>, <c>{domain}</c>. A few are cut where
/// the
/// source cuts them.
/// </param>
/// <param name="Phrase">What to look for, in lower case; empty to go by the code alone.</param>
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
    /// <summary><see cref="Phrase"/> for texts whose blanks are lost.</summary>
    public string JoinedPhrase { get; } = Phrase.Replace(" ", "");

    public MatchOn Match { get; init; } = MatchOn.Phrase;

    /// <summary>Where <see cref="Enhanced"/> begins a range: its last detail number.</summary>
    public int LastDetail { get; init; }

    /// <summary>What this text says beyond the meaning of its cause; null where the cause says it all.</summary>
    public string? Meaning { get; init; }

    /// <summary>What helps with this text rather than with others of its cause; null where the cause's remedies
    /// fit.</summary>
    public Remedy? Remedy { get; init; }

    /// <summary>Whether <see cref="Text"/> is a reply a server can be made to say.</summary>
    public bool IsVerbatim => Text.Length > 0 && Code > 0;
}
