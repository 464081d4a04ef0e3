using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Flow;

namespace M365Smtp.Analyzers.Extraction.Memory;

/// <summary>
/// Unknown, but a literal on one path: <c>Environment.GetEnvironmentVariable("PW") ?? "literal"</c>. It tells nothing
/// about the value at run time, but shows that a password is in the source.
/// </summary>
internal sealed record Possible(Value.Constant Text) : Value
{
    /// <summary>
    /// Merges a string with anything else; null if neither is a string. The first string stays, so that this
    /// terminates.
    /// </summary>
    public static Possible? Of(Value a, Value b) =>
        a as Possible
        ?? b as Possible
        ?? (a == Unknown || b == Unknown || a is Constant && b is Constant ? Written(a) ?? Written(b) : null);

    // A host keeps its own path.
    static Possible? Written(Value value) =>
        value is Constant { IsAssumed: false, Data: string { Length: > 0 } } text && text.Host() is null
            ? new(text)
            : null;
}
