namespace M365Smtp;

/// <summary>What a refusal means and what opens the gate. Holds no secret: only the server's words and
/// addresses.</summary>
public sealed record ReplyExplanation
{
    internal ReplyExplanation() { }

    /// <summary>Why the server refused; <see cref="ReplyCause.Unknown"/> rather than a guess.</summary>
    public ReplyCause Cause { get; internal init; }

    /// <summary>The gate that is closed; <see cref="Gate.Unknown"/> where the reply does not tell.</summary>
    public Gate Gate { get; internal init; }

    /// <summary>How sure <see cref="Cause"/> and <see cref="Gate"/> are.</summary>
    public Certainty Certainty { get; internal init; }

    /// <summary>Whether the same request may be sent again.</summary>
    public RetryAdvice Retry { get; internal init; }

    /// <summary>The meaning in one or two sentences.</summary>
    public string Meaning { get; internal init; } = "";

    /// <summary>What to do, the narrowest first; commands name the mailbox where it is known.</summary>
    public IReadOnlyList<Remedy> Remedies { get; internal init; } = [];

    /// <summary>The SMTP reply code, such as 535; null where the text bears none.</summary>
    public int? Code { get; internal init; }

    /// <summary>The enhanced status code, such as <c>5.7.139</c>; null where the text bears none.</summary>
    public string? EnhancedCode { get; internal init; }

    /// <summary>
    /// The server's own words on one line, cut after 500 characters: no word that could be a secret. Empty where no
    /// server spoke.
    /// </summary>
    public string Reply { get; internal init; } = "";

    /// <summary>The server that answered, from the bracket that ends the reply; null where there is none.</summary>
    public string? Frontend { get; internal init; }

    /// <summary>When it answered (UTC), from the bracket: the time to look for in the sign-in log.</summary>
    public DateTimeOffset? Time { get; internal init; }

    /// <summary>The id of the request in the bracket, in hex.</summary>
    public string? Id { get; internal init; }

    /// <summary>The mailbox that signed in, as 5.2.252 names it.</summary>
    public string? Login { get; internal init; }

    /// <summary>The From address that was refused, as 5.2.252 names it.</summary>
    public string? From { get; internal init; }

    /// <summary>Where the meaning is known from; null where it is not.</summary>
    public string? Source { get; internal init; }

    /// <summary>Every refusal in the text, in its order, this one among them; empty where there is none.</summary>
    public IReadOnlyList<ReplyExplanation> Replies { get; internal init; } = [];
}
