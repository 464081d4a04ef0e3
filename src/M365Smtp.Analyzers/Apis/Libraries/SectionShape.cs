namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>How a section of a settings file shows which library reads it.</summary>
/// <param name="Path">The section's key; <c>*:x</c> is x at any depth, <c>x:*</c> anything below x, <c>*</c> any
/// section.</param>
internal sealed record SectionShape(string Path)
{
    /// <summary>The key of a value that must contain <see cref="MustContain"/>, such as an appender's type.</summary>
    public string? Attribute { get; init; }

    public string MustContain { get; init; } = "";

    public string? MustNotContain { get; init; }

    /// <summary>Keys that must all be present.</summary>
    public string[] Has { get; init; } = [];

    /// <summary>No other library reads such a section, so no reference is needed as proof.</summary>
    public bool IsUnique { get; init; }
}
