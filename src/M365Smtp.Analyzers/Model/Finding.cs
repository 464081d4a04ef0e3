using System.Collections.Immutable;

namespace M365Smtp.Analyzers.Model;

/// <summary>What a rule found: where, what its message names, and the edits that put it right.</summary>
/// <param name="At">The place to underline.</param>
/// <param name="Arguments">Fill the placeholders of the rule's message.</param>
internal sealed record Finding(Origin At, params string[] Arguments)
{
    /// <summary>Fill the placeholders of the rule's message; none shows a password.</summary>
    public string[] Arguments { get; } = Array.ConvertAll(Arguments, Shown.Of);

    /// <summary>All of them together make the code right; empty where no edit does.</summary>
    public ImmutableArray<Edit> Edits { get; init; } = ImmutableArray<Edit>.Empty;

    /// <summary>What the edits do, as the light bulb says it: "Use port 587".</summary>
    public string? FixTitle { get; init; }

    /// <summary>Another way to put it right, offered beside the first: "Sign in as orders@contoso.com".</summary>
    public string? OtherFixTitle { get; init; }

    /// <summary>What the other way edits; empty where there is none.</summary>
    public ImmutableArray<Edit> OtherEdits { get; init; } = ImmutableArray<Edit>.Empty;

    /// <summary>What may be right and only a person can tell, so that nothing takes it unasked: "Sign in as
    /// orders@contoso.com (if this is the UPN)".</summary>
    public string? GuessTitle { get; init; }

    /// <summary>What the guess edits; empty where there is none.</summary>
    public ImmutableArray<Edit> GuessEdits { get; init; } = ImmutableArray<Edit>.Empty;

    /// <summary>Overrides the rule's message, for a case that needs other words.</summary>
    public string? Message { get; init; }

    /// <summary>Overrides the rule's severity, for a case that is proven or merely likely.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Other places that have a part in it.</summary>
    public ImmutableArray<Origin> Also { get; init; } = ImmutableArray<Origin>.Empty;

    /// <summary>This finding with a fix, or as it is where there is nothing to edit.</summary>
    public Finding FixedBy(string title, ImmutableArray<Edit> edits) =>
        edits.IsEmpty ? this : this with { FixTitle = title, Edits = edits };

    /// <summary>This finding with a second fix, or as it is where there is nothing to edit.</summary>
    public Finding OrFixedBy(string title, ImmutableArray<Edit> edits) =>
        edits.IsEmpty ? this
        : Edits.IsEmpty ? FixedBy(title, edits)
        : this with { OtherFixTitle = title, OtherEdits = edits };

    /// <summary>This finding with a guess that the light bulb alone offers, or as it is where there is nothing to
    /// edit.</summary>
    public Finding PerhapsFixedBy(string title, ImmutableArray<Edit> edits) =>
        edits.IsEmpty ? this : this with { GuessTitle = title, GuessEdits = edits };
}
