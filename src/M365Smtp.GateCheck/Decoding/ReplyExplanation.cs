namespace M365Smtp;

/// <summary>
/// What a refusal means and how to open the gate. Contains no secrets, only the server's words and addresses.
/// </summary>
public sealed record ReplyExplanation
{
    internal ReplyExplanation() { }

    /// <summary>Why the server refused; <see cref="ReplyCause.Unknown"/> rather than a guess.</summary>
    public ReplyCause Cause { get; internal init; }

    /// <summary>The closed gate; <see cref="Gate.Unknown"/> if the reply does not show it.</summary>
    public Gate Gate { get; internal init; }

    /// <summary>How certain <see cref="Cause"/> and <see cref="Gate"/> are.</summary>
    public Certainty Certainty { get; internal init; }

    /// <summary>Whether the same request may be sent again.</summary>
    public RetryAdvice Retry { get; internal init; }

    /// <summary>The meaning in one or two sentences.</summary>
    public string Meaning { get; internal init; } = "";

    /// <summary>What to do, narrowest change first. Commands name the mailbox if it is known.</summary>
    public IReadOnlyList<Remedy> Remedies { get; internal init; } = [];

    /// <summary>The SMTP reply code, such as 535; null if the text contains none.</summary>
    public int? Code { get; internal init; }

    /// <summary>The enhanced status code, such as <c>5.7.139</c>; null if the text contains none.</summary>
    public string? EnhancedCode { get; internal init; }

    /// <summary>
    /// The server's own words on one line, truncated after 500 characters and without any word that could be a secret.
    /// Empty if no server replied.
    /// </summary>
    public string Reply { get; internal init; } = "";

    /// <summary>The server that replied, from the bracket at the end of the reply; null if there is none.</summary>
    public string? Frontend { get; internal init; }

    /// <summary>When it replied (UTC), from the bracket: the time to look for in the sign-in log.</summary>
    public DateTimeOffset? Time { get; internal init; }

    /// <summary>The request id from the bracket, in hexadecimal.</summary>
    public string? Id { get; internal init; }

    /// <summary>The mailbox that signed in, as named by 5.2.252.</summary>
    public string? Login { get; internal init; }

    /// <summary>The refused From address, as named by 5.2.252.</summary>
    public string? From { get; internal init; }

    /// <summary>The source of the meaning; null if it is unknown.</summary>
    public string? Source { get; internal init; }

    /// <summary>Every refusal in the text, in order and including this one; empty if there is none.</summary>
    public IReadOnlyList<ReplyExplanation> Replies { get; internal init; } = [];
}
