using System.Collections.Immutable;

namespace M365Smtp.Analyzers.Model;

/// <summary>What a rule found: the place, the message arguments and the edits that fix it.</summary>
/// <param name="At">The place to underline.</param>
/// <param name="Arguments">Fill the placeholders of the rule's message.</param>
internal sealed record Finding(Origin At, params string[] Arguments)
{
    /// <summary>The message arguments, with passwords masked.</summary>
    public string[] Arguments { get; } = Array.ConvertAll(Arguments, Shown.Of);

    /// <summary>Fix the code if applied together; empty if no edit can.</summary>
    public ImmutableArray<Edit> Edits { get; init; } = ImmutableArray<Edit>.Empty;

    /// <summary>Describes the edits, as shown in the light bulb: "Use port 587".</summary>
    public string? FixTitle { get; init; }

    /// <summary>An alternative fix, offered next to the first: "Sign in as orders@contoso.com".</summary>
    public string? OtherFixTitle { get; init; }

    /// <summary>The edits of the alternative fix; empty if there is none.</summary>
    public ImmutableArray<Edit> OtherEdits { get; init; } = ImmutableArray<Edit>.Empty;

    /// <summary>A possible fix that only a developer can confirm, so it is never applied automatically: "Sign in as
    /// orders@contoso.com (if this is the UPN)".</summary>
    public string? GuessTitle { get; init; }

    /// <summary>The edits of the guess; empty if there is none.</summary>
    public ImmutableArray<Edit> GuessEdits { get; init; } = ImmutableArray<Edit>.Empty;

    /// <summary>Overrides the rule's message for a special case.</summary>
    public string? Message { get; init; }

    /// <summary>Overrides the rule's severity for a case that is proven or merely likely.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Other places involved.</summary>
    public ImmutableArray<Origin> Also { get; init; } = ImmutableArray<Origin>.Empty;

    /// <summary>This finding with a fix, or unchanged if there are no edits.</summary>
    public Finding FixedBy(string title, ImmutableArray<Edit> edits) =>
        edits.IsEmpty ? this : this with { FixTitle = title, Edits = edits };

    /// <summary>This finding with an alternative fix, or unchanged if there are no edits.</summary>
    public Finding OrFixedBy(string title, ImmutableArray<Edit> edits) =>
        edits.IsEmpty ? this
        : Edits.IsEmpty ? FixedBy(title, edits)
        : this with { OtherFixTitle = title, OtherEdits = edits };

    /// <summary>This finding with a guess that only the light bulb offers, or unchanged if there are no
    /// edits.</summary>
    public Finding PerhapsFixedBy(string title, ImmutableArray<Edit> edits) =>
        edits.IsEmpty ? this : this with { GuessTitle = title, GuessEdits = edits };
}
